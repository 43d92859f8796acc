package vorsprung.ingest.intake;

/** A field of a report that intake itself reads or fills in, and does not just take over. */
enum NamedField {
    /** What the report says it is: the one field that no event has. */
    TYPE("type"),
    EVENT_ID("eventId"),
    COMPANY_ID("companyId"),
    COMPANY("company"),
    MODEL_ID("modelId"),
    MODEL("model"),
    BENCHMARK_ID("benchmarkId"),
    BENCHMARK("benchmark"),
    OCCURRED_AT("occurredAt"),
    PRECISION("occurredAtPrecision"),
    RECORDED_AT("recordedAt"),
    SOURCE("source");

    private final String jsonName;

    NamedField(String jsonName) {
        this.jsonName = jsonName;
    }

    /** Its name in JSON, and in Avro too. */
    String jsonName() {
        return jsonName;
    }
}
