package vorsprung.topic;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.event.BenchmarkResult;
import vorsprung.event.FinancialReport;
import vorsprung.event.FundingRound;
import vorsprung.event.LeadClaim;
import vorsprung.event.ModelRelease;
import vorsprung.event.PriceChange;
import vorsprung.event.UsageReport;

/** The seven kinds of market event: name in JSON and URLs, topic, Avro record, and what the record key is. */
public enum EventType {
    FUNDING_ROUND("funding-round", "market.funding-rounds", Subject.COMPANY, FundingRound.class),
    MODEL_RELEASE("model-release", "market.model-releases", Subject.MODEL, ModelRelease.class),
    BENCHMARK_RESULT("benchmark-result", "market.benchmark-results", Subject.BENCHMARK, BenchmarkResult.class),
    PRICE_CHANGE("price-change", "market.price-changes", Subject.MODEL, PriceChange.class),
    USAGE_REPORT("usage-report", "market.usage-reports", Subject.COMPANY, UsageReport.class),
    FINANCIAL_REPORT("financial-report", "market.financial-reports", Subject.COMPANY, FinancialReport.class),
    LEAD_CLAIM("lead-claim", "market.lead-claims", Subject.COMPANY, LeadClaim.class);

    /** What an event is about, which is its record key and so decides its partition. */
    public enum Subject {
        COMPANY("companyId"),
        MODEL("modelId"),
        BENCHMARK("benchmarkId");

        private final String field;

        Subject(String field) {
            this.field = field;
        }

        /** Name of the event field that holds the id. */
        public String field() {
            return field;
        }
    }

    private final String label;
    private final String topic;
    private final Subject subject;
    private final Class<? extends SpecificRecord> record;
    private final int keyPosition;

    // A parsed schema is never changed, though its class cannot say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Schema schema;

    EventType(String label, String topic, Subject subject, Class<? extends SpecificRecord> record) {
        this.label = label;
        this.topic = topic;
        this.subject = subject;
        this.record = record;
        this.schema = SpecificData.get().getSchema(record);
        this.keyPosition = schema.getField(subject.field).pos();
    }

    /** The type called so in JSON and URLs ({@code funding-round}). */
    public static Optional<EventType> labelled(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }

    /** The type whose events are on this topic. */
    public static Optional<EventType> onTopic(String topic) {
        return Arrays.stream(values()).filter(type -> type.topic.equals(topic)).findFirst();
    }

    /** The labels of all types, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(EventType::label).collect(Collectors.joining(", "));
    }

    /** Name in JSON and URLs. */
    public String label() {
        return label;
    }

    /** Name of the topic. */
    public String topic() {
        return topic;
    }

    /** What the events are about. */
    public Subject subject() {
        return subject;
    }

    /** The generated Avro class of the events. */
    public Class<? extends SpecificRecord> record() {
        return record;
    }

    /** The newest schema of the events. */
    public Schema schema() {
        return schema;
    }

    /** The record key that this event must be published under: its own company, model or benchmark id. */
    public String keyOf(SpecificRecord event) {
        return (String) event.get(keyPosition);
    }
}
