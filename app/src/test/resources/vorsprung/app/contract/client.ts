// A client as somebody would write one: paths, parameters and fields are checked against the documents.

import createClient from 'openapi-fetch';
import type {paths as Gateway} from './ingest.js';
import type {components, paths as QueryApi} from './processor.js';

const api = createClient<QueryApi>({baseUrl: 'http://127.0.0.1:8080'});
const gateway = createClient<Gateway>({baseUrl: 'http://127.0.0.1:8082'});

export async function valuation(companyId: string): Promise<number | undefined> {
  const {data, error} = await api.GET('/v1/companies/{companyId}', {
    params: {path: {companyId}, query: {asOf: '2025-03-31'}},
  });
  if (error) {
    throw new Error(error.detail);
  }
  return data.valuationUsd;
}

export async function leaders(): Promise<string[]> {
  const {data} = await api.GET('/v1/benchmarks');
  return (data?.items ?? []).map((each: components['schemas']['Benchmark']) => `${each.benchmarkId}: ${each.leader}`);
}

export async function publish(score: number): Promise<string[]> {
  const {data} = await gateway.POST('/v1/events/{type}', {
    params: {path: {type: 'benchmark-result'}},
    body: {company: 'Example Labs', model: 'Example One', benchmark: 'gpqa-diamond', score, occurredAt: '2026-11-20'},
  });
  return Array.isArray(data) ? data.map((each) => each.eventId) : []; // lines are answered with text
}
