package vorsprung.processor.store;

import java.time.Instant;
import java.util.List;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.lead.ContestantMoment;
import vorsprung.processor.domain.signal.SignalKey;
import vorsprung.processor.domain.timeline.Node;
import vorsprung.processor.domain.valuation.FactKey;
import vorsprung.processor.domain.valuation.GroupMember;
import vorsprung.processor.domain.valuation.ReadingKey;
import vorsprung.processor.report.Only;
import vorsprung.processor.report.ReportKey;
import vorsprung.topic.EventType;

/** The key codecs of all timelines. */
final class Keys {
    /** Written as their places in this list, which therefore only grows at its end. */
    private static final List<EventType> TYPES = List.of(
            EventType.FUNDING_ROUND,
            EventType.MODEL_RELEASE,
            EventType.BENCHMARK_RESULT,
            EventType.PRICE_CHANGE,
            EventType.USAGE_REPORT,
            EventType.FINANCIAL_REPORT,
            EventType.LEAD_CLAIM);

    /** Written as their places in this list, which therefore only grows at its end. */
    private static final List<CompanyFact.Kind> KINDS = List.of(
            CompanyFact.Kind.FUNDING_ROUND,
            CompanyFact.Kind.USAGE_REPORT,
            CompanyFact.Kind.FINANCIAL_REPORT,
            CompanyFact.Kind.LEAD_CLAIM);

    /** A fact's place. */
    static final KeyCodec<Place> PLACE = codec(
            (writer, place) -> writer.instant(place.occurredAt())
                    .instant(place.recordedAt())
                    .text(place.eventId()),
            reader -> new Place(reader.instant(), reader.instant(), reader.text()));

    /** An instant of valid time. */
    static final KeyCodec<Instant> INSTANT = codec(KeyWriter::instant, KeyReader::instant);

    /** The only key of a timeline of one entry. */
    static final KeyCodec<Only> ONLY = codec((writer, only) -> writer, reader -> Only.ENTRY);

    /** A company's fact of any kind. */
    static final KeyCodec<FactKey> FACT = codec(
            (writer, key) -> {
                PLACE.write(writer, key.place());
                return writer.small(KINDS.indexOf(key.kind()));
            },
            reader -> new FactKey(PLACE.read(reader), KINDS.get(reader.small())));

    /** A round within its group of tranches. */
    static final KeyCodec<GroupMember> GROUP_MEMBER = codec(
            (writer, key) -> writer.text(key.groupId()).text(key.eventId()),
            reader -> new GroupMember(reader.text(), reader.text()));

    /** A reported figure. */
    static final KeyCodec<ReadingKey> READING = codec(
            (writer, key) -> {
                writer.text(key.figure()).text(key.product());
                PLACE.write(writer, key.place());
                return writer;
            },
            reader -> new ReadingKey(reader.text(), reader.text(), PLACE.read(reader)));

    /** When a contestant improved its best score. */
    static final KeyCodec<ContestantMoment> CONTESTANT_MOMENT = codec(
            (writer, key) -> writer.text(key.contestant()).instant(key.at()),
            reader -> new ContestantMoment(reader.text(), reader.instant()));

    /** A signal among those of its subject. */
    static final KeyCodec<SignalKey> SIGNAL = codec(
            (writer, key) -> writer.instant(key.occurredAt()).text(key.signalId()),
            reader -> new SignalKey(reader.instant(), reader.text()));

    /** A score of a model. */
    static final KeyCodec<ScoreKey> SCORE = codec(
            (writer, key) -> {
                writer.text(key.benchmarkId());
                PLACE.write(writer, key.place());
                return writer;
            },
            reader -> new ScoreKey(reader.text(), PLACE.read(reader)));

    /** A report in the log of its subject. */
    static final KeyCodec<ReportKey> REPORT = codec(
            (writer, key) -> writer.small(TYPES.indexOf(key.type()))
                    .text(key.eventId())
                    .instant(key.recordedAt())
                    .number(key.offset()),
            reader -> new ReportKey(TYPES.get(reader.small()), reader.text(), reader.instant(), reader.number()));

    private Keys() {}

    /** A block of a summary tree over these keys. */
    static <K extends Comparable<K>> KeyCodec<Node<K>> node(KeyCodec<K> keys) {
        return codec(
                (writer, node) -> {
                    writer.small(node.level());
                    keys.write(writer, node.start());
                    return writer;
                },
                reader -> new Node<>(reader.small(), keys.read(reader)));
    }

    private interface Writing<K> {
        KeyWriter write(KeyWriter writer, K key);
    }

    private interface Reading<K> {
        K read(KeyReader reader);
    }

    private static <K> KeyCodec<K> codec(Writing<K> writing, Reading<K> reading) {
        return new KeyCodec<>() {
            @Override
            public void write(KeyWriter writer, K key) {
                writing.write(writer, key);
            }

            @Override
            public K read(KeyReader reader) {
                return reading.read(reader);
            }
        };
    }
}
