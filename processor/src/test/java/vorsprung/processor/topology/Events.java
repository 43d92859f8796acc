package vorsprung.processor.topology;

import java.time.Instant;
import vorsprung.event.BenchmarkResult;
import vorsprung.event.FinancialReport;
import vorsprung.event.FundingRound;
import vorsprung.event.LeadClaim;
import vorsprung.event.ModelRelease;
import vorsprung.event.PriceChange;
import vorsprung.event.UsageReport;
import vorsprung.processor.domain.fact.Dates;

/** Begins events for tests: with what they cannot do without, and known the day they occurred. */
public final class Events {
    private Events() {}

    /** An instant; a date is its first millisecond. */
    public static Instant at(String date) {
        return Dates.start(date);
    }

    /** A round of unknown amount and valuation. */
    public static FundingRound.Builder round(String companyId, String eventId, String date) {
        return FundingRound.newBuilder()
                .setCompanyId(companyId)
                .setEventId(eventId)
                .setOccurredAt(at(date))
                .setRecordedAt(at(date));
    }

    /** A financial report without a figure. */
    public static FinancialReport.Builder finances(String companyId, String eventId, String date) {
        return FinancialReport.newBuilder()
                .setCompanyId(companyId)
                .setEventId(eventId)
                .setOccurredAt(at(date))
                .setRecordedAt(at(date));
    }

    /** How many use a product that is not named. */
    public static UsageReport.Builder usage(String companyId, String eventId, String date, long value) {
        return UsageReport.newBuilder()
                .setCompanyId(companyId)
                .setEventId(eventId)
                .setOccurredAt(at(date))
                .setRecordedAt(at(date))
                .setValue(value);
    }

    /** A claim about a company's lead that names no months. */
    public static LeadClaim.Builder claim(String companyId, String eventId, String date) {
        return LeadClaim.newBuilder()
                .setCompanyId(companyId)
                .setEventId(eventId)
                .setOccurredAt(at(date))
                .setRecordedAt(at(date));
    }

    /** A score of a model. */
    public static BenchmarkResult.Builder result(
            String benchmarkId, String modelId, String eventId, String date, double score) {
        return BenchmarkResult.newBuilder()
                .setBenchmarkId(benchmarkId)
                .setCompanyId(company(modelId))
                .setModelId(modelId)
                .setEventId(eventId)
                .setOccurredAt(at(date))
                .setRecordedAt(at(date))
                .setScore(score);
    }

    /** A release that says nothing but that it happened. */
    public static ModelRelease.Builder release(String modelId, String eventId, String date) {
        return ModelRelease.newBuilder()
                .setCompanyId(company(modelId))
                .setModelId(modelId)
                .setEventId(eventId)
                .setOccurredAt(at(date))
                .setRecordedAt(at(date));
    }

    /** A price, in millionths of a dollar for a million tokens. */
    public static PriceChange.Builder price(
            String modelId, String eventId, String date, long inputMicroUsd, long outputMicroUsd) {
        return PriceChange.newBuilder()
                .setCompanyId(company(modelId))
                .setModelId(modelId)
                .setEventId(eventId)
                .setOccurredAt(at(date))
                .setRecordedAt(at(date))
                .setInputMicroUsdPerMillionTokens(inputMicroUsd)
                .setOutputMicroUsdPerMillionTokens(outputMicroUsd);
    }

    private static String company(String modelId) {
        return modelId.substring(0, modelId.indexOf('/'));
    }
}
