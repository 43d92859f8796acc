package vorsprung.app.cluster;

import java.time.Instant;

/**
 * A report as the fault suite publishes it.
 *
 * @param kind what it reports
 * @param number of the fact, which tells it from others
 * @param owner number of its company, and of its benchmark
 * @param occurredAt valid time; no two facts have the same
 * @param recordedAt knowledge time; several reports may have the same
 * @param value dollars of a round, of which the valuation is ten times as much; dollars of a price; a score
 */
record FaultReport(
        Kind kind, int number, int owner, Instant occurredAt, Instant recordedAt, long value, boolean retracted) {

    enum Kind {
        ROUND,
        PRICE,
        SCORE
    }

    /** The same fact as it was reported later. */
    FaultReport corrected(Instant later, long otherValue) {
        return new FaultReport(kind, number, owner, occurredAt, later, otherValue, false);
    }

    /** The same fact taken back later. */
    FaultReport retracted(Instant later) {
        return new FaultReport(kind, number, owner, occurredAt, later, value, true);
    }

    String eventId() {
        return "fault-" + number;
    }

    String company() {
        return "company-" + owner;
    }

    /** Key of its record. */
    String key() {
        return switch (kind) {
            case ROUND -> company();
            case PRICE -> company() + "/m";
            case SCORE -> "bench-" + owner % 3;
        };
    }

    /** A line for the import. */
    String json() {
        String common = "\"eventId\": \"%s\", \"companyId\": \"%s\", \"company\": \"%s\", \"occurredAt\": \"%s\","
                        .formatted(eventId(), company(), company(), occurredAt)
                + " \"recordedAt\": \"%s\", \"retracted\": %s, ".formatted(recordedAt, retracted);
        return "{" + common + own() + "}\n";
    }

    private String own() {
        String model = "\"modelId\": \"" + company() + "/m\", \"model\": \"M\", ";
        return switch (kind) {
            case ROUND ->
                "\"type\": \"funding-round\", \"round\": \"R\", \"kind\": \"EQUITY\", \"status\": \"CLOSED\","
                        + " \"amountUsd\": " + value + ", \"postMoneyValuationUsd\": " + 10 * value;
            case PRICE ->
                "\"type\": \"price-change\", " + model + "\"inputUsdPerMillionTokens\": " + value
                        + ", \"outputUsdPerMillionTokens\": " + 2 * value;
            case SCORE ->
                "\"type\": \"benchmark-result\", " + model + "\"benchmarkId\": \"" + key() + "\", \"benchmark\": \""
                        + key() + "\", \"score\": " + value;
        };
    }
}
