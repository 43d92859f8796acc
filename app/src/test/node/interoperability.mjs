// Speaks to Vorsprung's topics with clients of others.
//   node interoperability.mjs read BOOTSTRAP REGISTRY TOPIC COUNT
//     prints COUNT records, a JSON object a line: what each of the two registry clients makes of it
//   node interoperability.mjs write BOOTSTRAP REGISTRY TOPIC
//     publishes one event with each of the two
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import confluent from '@confluentinc/schemaregistry';

const { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } = confluent;
const [task, bootstrap, registry, topic, count] = process.argv.slice(2);
const kafka = new Kafka({ brokers: [bootstrap], clientId: 'interoperability', logLevel: logLevel.ERROR });
const ofKafkajs = new SchemaRegistry({ host: registry });
const ofConfluent = new SchemaRegistryClient({ baseURLs: [registry] });

async function read(wanted) {
  const deserializer = new AvroDeserializer(ofConfluent, SerdeType.VALUE, {});
  const consumer = kafka.consumer({ groupId: `interoperability-${process.pid}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  let seen = 0;
  await new Promise((resolve, reject) => {
    consumer.run({
      eachMessage: async ({ partition, message }) => {
        if (seen >= wanted) {
          return;
        }
        try {
          console.log(JSON.stringify({
            partition,
            key: message.key.toString(),
            kafkajs: await ofKafkajs.decode(message.value),
            confluent: await deserializer.deserialize(topic, message.value),
          }));
        } catch (error) {
          reject(error);
        }
        seen += 1;
        if (seen === wanted) {
          resolve();
        }
      },
    }).catch(reject);
  });
  await consumer.disconnect();
}

function round(eventId, companyId) {
  return {
    eventId,
    companyId,
    company: companyId,
    occurredAt: Date.UTC(2025, 2, 31),
    occurredAtPrecision: 'DAY',
    recordedAt: Date.UTC(2025, 3, 1),
    source: { name: 'node', url: null },
    confidence: 'LIKELY',
    retracted: null,
    clears: null,
    round: 'Series F',
    kind: 'EQUITY',
    status: 'CLOSED',
    amountUsd: 40_000_000_000,
    preMoneyValuationUsd: null,
    postMoneyValuationUsd: 300_000_000_000,
    trancheOf: null,
    investors: ['A', 'B'],
  };
}

async function write() {
  const subject = `${topic}-value`;
  const id = await ofKafkajs.getLatestSchemaId(subject);
  const serializer = new AvroSerializer(ofConfluent, SerdeType.VALUE, { useLatestVersion: true, autoRegisterSchemas: false });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, idempotent: true });
  await producer.connect();
  await producer.send({
    topic,
    acks: -1,
    messages: [
      { key: 'from-kafkajs', value: await ofKafkajs.encode(id, round('node:kafkajs', 'from-kafkajs')) },
      { key: 'from-confluent', value: await serializer.serialize(topic, round('node:confluent', 'from-confluent')) },
    ],
  });
  await producer.disconnect();
}

await (task === 'read' ? read(Number(count)) : write());
process.exit(0);
