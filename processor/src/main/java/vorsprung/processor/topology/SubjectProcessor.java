package vorsprung.processor.topology;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.report.Ledger;
import vorsprung.processor.report.Only;
import vorsprung.processor.report.Outcome;
import vorsprung.processor.store.Progress;
import vorsprung.processor.store.RememberingStore;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.store.WritableStore;
import vorsprung.processor.topology.RecordCheck.Accepted;
import vorsprung.processor.topology.RecordCheck.Refusal;
import vorsprung.topic.EventType;

/** Takes the events of one kind of subject: checks the record, folds it into its fact, keeps the subject's books. */
final class SubjectProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(SubjectProcessor.class);

    private final EventType.Subject kind;
    private final MarketTopology.Parts parts;
    private final Desk desk;
    private final RecordCheck check;
    private @Nullable Opened opened;

    private record Opened(
            ProcessorContext<byte[], byte[]> context,
            WritableStore reports,
            RememberingStore timelines,
            Announcer announcer,
            CommitPace.Requests commits) {}

    private SubjectProcessor(EventType.Subject kind, MarketTopology.Parts parts, Desk desk) {
        this.kind = kind;
        this.parts = parts;
        this.desk = desk;
        this.check = new RecordCheck(parts.reader(), parts.partitions());
    }

    /** Makes such processors, with their stores. */
    static ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier(
            EventType.Subject kind, MarketTopology.Parts parts, Desk desk) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new SubjectProcessor(kind, parts, desk);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(
                        Stores.reports(kind).builder(), Stores.timelines(kind).builder());
            }
        };
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        CommitPace.Requests commits = parts.pace().of(context);
        opened = new Opened(
                context,
                Stores.reports(kind).in(context),
                Stores.timelines(kind).remember(context, commits),
                new Announcer(context, parts, Sinks.of(kind).signals()),
                commits);
        parts.active().begin(stores(), context);
    }

    @Override
    public void close() {
        if (opened != null) {
            parts.active().end(stores(), opened.context());
        }
    }

    private List<StoreRef> stores() {
        return List.of(Stores.reports(kind), Stores.timelines(kind));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Opened stores = Objects.requireNonNull(opened);
        RecordMetadata metadata = stores.context().recordMetadata().orElseThrow();
        EventType type = EventType.onTopic(metadata.topic()).orElseThrow();
        stores.timelines().forgetOldest();
        try {
            take(stores, check.check(type, record, metadata));
        } catch (Refusal refusal) {
            refuse(stores, type, record, metadata, String.valueOf(refusal.getMessage()));
        }
        note(stores, metadata);
        stores.commits().processed(record.timestamp());
    }

    private static void note(Opened stores, RecordMetadata metadata) {
        Timeline<Only, Progress> progress = Timelines.PROGRESS.of(metadata.topic(), stores.timelines());
        // Asked for, since what nobody asks for is not remembered, and would be written for every record.
        progress.get(Only.ENTRY);
        progress.put(Only.ENTRY, new Progress(metadata.offset()));
    }

    private void take(Opened stores, Accepted accepted) {
        String subject = accepted.subject();
        Ledger ledger = new Ledger(
                Timelines.SUBJECTS.of(subject, stores.timelines()),
                Timelines.REPORTS.of(subject, stores.reports()),
                parts.reader());
        Outcome outcome = ledger.take(accepted.report(), accepted.stored());
        if (outcome.kind() != Outcome.Kind.DUPLICATE) {
            desk.note(accepted.report().key().type(), subject, stores.timelines());
        }
        if (outcome.kind() == Outcome.Kind.PROCESSED) {
            Instant foundAt = accepted.stored().timestamp();
            Findings findings = desk.settle(new Desk.Case(subject, outcome, foundAt, stores.timelines()));
            stores.announcer().announce(kind, accepted, findings);
        }
        count(accepted, outcome);
    }

    private void count(Accepted accepted, Outcome outcome) {
        TopologyMetrics.Taken taken = new TopologyMetrics.Taken(
                accepted.report().key().type(),
                outcome.kind(),
                accepted.stored().partition(),
                accepted.report().key().offset(),
                accepted.stored().timestamp(),
                accepted.report().occurredAt());
        parts.metrics().taken(taken);
        if (outcome.contradicts()) {
            parts.metrics().contradicted(taken);
        }
    }

    private void refuse(
            Opened stores, EventType type, Record<byte[], byte[]> record, RecordMetadata metadata, String cause) {
        LOG.warn(
                "Dead letter: {} partition {} offset {}: {}",
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                cause);
        stores.context()
                .forward(DeadLetter.of(record, metadata, cause), Sinks.of(kind).deadLetters());
        parts.metrics().deadLetter(type, metadata.partition(), metadata.offset());
    }
}
