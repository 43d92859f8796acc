package vorsprung.processor.topology;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.report.ReportKey;
import vorsprung.processor.topology.Findings.Crossing;
import vorsprung.processor.topology.Findings.Elsewhere;
import vorsprung.processor.topology.RecordCheck.Accepted;
import vorsprung.signal.Change;
import vorsprung.signal.Signal;
import vorsprung.signal.SignalType;
import vorsprung.topic.EventType;

/** Tells the topics of signals and changes what a report did. */
final class Announcer {
    private final ProcessorContext<byte[], byte[]> context;
    private final MarketTopology.Parts parts;
    private final String signalsSink;

    Announcer(ProcessorContext<byte[], byte[]> context, MarketTopology.Parts parts, String signalsSink) {
        this.context = context;
        this.parts = parts;
        this.signalsSink = signalsSink;
    }

    /** Tells all findings of one report. */
    void announce(EventType.Subject kind, Accepted report, Findings findings) {
        for (Found found : findings.signals()) {
            announce(found);
            if (found.signal().type() == vorsprung.processor.domain.signal.Signal.Type.PRICE_CUT) {
                forward(
                        found.signal().subject(),
                        parts.writers().writeCut(signal(found)),
                        MarketTopology.PRICE_CUTS_SINK);
            }
        }
        for (FigureChange change : findings.changes()) {
            tell(kind, change(kind, report.subject(), report, change));
        }
        for (Elsewhere other : findings.elsewhere()) {
            tell(kind, change(EventType.Subject.MODEL, other.subject(), report, other.change()));
        }
        for (Crossing crossing : findings.crossings()) {
            FigureChange change = FigureChange.since(crossing.figure().label(), crossing.from());
            byte[] value = parts.writers().writeCrossing(change(kind, report.subject(), report, change));
            forward(report.subject(), value, Sinks.of(kind).crossings());
        }
    }

    private void tell(EventType.Subject kind, Change change) {
        forward(
                change.getSubject(),
                parts.writers().write(change),
                Sinks.of(kind).changes());
    }

    /** Tells one signal. */
    void announce(Found found) {
        forward(found.signal().subject(), parts.writers().write(signal(found)), signalsSink);
        if (!found.historical() && !found.withdrawn()) {
            parts.metrics().signal(found.signal().type());
        }
    }

    private void forward(String key, byte[] value, String sink) {
        long timestamp = context.currentSystemTimeMs();
        context.forward(new Record<>(key.getBytes(StandardCharsets.UTF_8), value, timestamp), sink);
    }

    private static Signal signal(Found found) {
        return Signal.newBuilder()
                .setSignalId(found.signal().signalId())
                .setType(SignalType.valueOf(found.signal().type().name()))
                .setSubject(found.signal().subject())
                .setOccurredAt(found.signal().occurredAt())
                .setFoundAt(found.foundAt())
                .setHistorical(found.historical())
                .setWithdrawn(found.withdrawn())
                .setValue(found.signal().value())
                .setPrevious(found.signal().previous())
                .setDetail(found.signal().detail())
                .setEvidence(found.signal().evidence())
                .build();
    }

    private static Change change(EventType.Subject kind, String subject, Accepted report, FigureChange change) {
        ReportKey key = report.report().key();
        return Change.newBuilder()
                .setSubject(subject)
                .setSubjectType(kind.name().toLowerCase(Locale.ROOT))
                .setFigure(change.figure())
                .setBefore(change.before())
                .setAfter(change.after())
                .setChangedAt(report.stored().timestamp())
                .setEventType(key.type().label())
                .setEventKey(report.subject())
                .setEventId(key.eventId())
                .setTopic(key.type().topic())
                .setPartition(report.stored().partition())
                .setOffset(key.offset())
                .build();
    }
}
