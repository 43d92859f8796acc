package vorsprung.processor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
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

/** For every kind of key the order of the bytes is the order of the keys, and the bytes are read back as the key. */
class KeyOrderPropertyTest {

    /** Two keys of one kind, often equal in their first parts. */
    record Pair<K extends Comparable<K>>(KeyCodec<K> codec, K left, K right) {
        int order() {
            return Integer.signum(left.compareTo(right));
        }

        int orderOfBytes() {
            return Integer.signum(Arrays.compareUnsigned(bytes(left), bytes(right)));
        }

        K readBack() {
            return codec.read(new KeyReader(bytes(left), 0));
        }

        private byte[] bytes(K key) {
            KeyWriter writer = new KeyWriter();
            codec.write(writer, key);
            return writer.toBytes();
        }
    }

    @Property
    void theBytesAreInTheOrderOfTheKeys(@ForAll("pairs") Pair<?> pair) {
        assertThat(pair.orderOfBytes()).isEqualTo(pair.order());
    }

    @Property
    void theBytesAreReadBackAsTheKey(@ForAll("pairs") Pair<?> pair) {
        assertThat(pair.readBack()).isEqualTo(pair.left());
    }

    @Provide
    Arbitrary<Pair<?>> pairs() {
        return Arbitraries.oneOf(
                pairs(Keys.INSTANT, instants()),
                pairs(Keys.ONLY, Arbitraries.just(Only.ENTRY)),
                pairs(Keys.PLACE, places()),
                pairs(
                        Keys.FACT,
                        Combinators.combine(places(), Arbitraries.of(CompanyFact.Kind.class))
                                .as(FactKey::new)),
                pairs(Keys.GROUP_MEMBER, Combinators.combine(texts(), texts()).as(GroupMember::new)),
                pairs(
                        Keys.READING,
                        Combinators.combine(texts(), texts(), places()).as(ReadingKey::new)),
                pairs(
                        Keys.CONTESTANT_MOMENT,
                        Combinators.combine(texts(), instants()).as(ContestantMoment::new)),
                pairs(Keys.SIGNAL, Combinators.combine(instants(), texts()).as(SignalKey::new)),
                pairs(Keys.SCORE, Combinators.combine(texts(), places()).as(ScoreKey::new)),
                pairs(Keys.REPORT, reportKeys()),
                pairs(Keys.node(Keys.PLACE), nodes()));
    }

    private static <K extends Comparable<K>> Arbitrary<Pair<?>> pairs(KeyCodec<K> codec, Arbitrary<K> keys) {
        return Combinators.combine(keys, keys).as((left, right) -> new Pair<>(codec, left, right));
    }

    private static Arbitrary<ReportKey> reportKeys() {
        return Combinators.combine(
                        Arbitraries.of(EventType.class),
                        texts(),
                        instants(),
                        Arbitraries.of(Long.MIN_VALUE, -1L, 0L, 1L, 255L, 256L, Long.MAX_VALUE))
                .as(ReportKey::new);
    }

    private static Arbitrary<Node<Place>> nodes() {
        return Combinators.combine(Arbitraries.of(0, 1, 127, 128, 255), places())
                .as(Node::new);
    }

    private static Arbitrary<Place> places() {
        return Combinators.combine(instants(), instants(), texts()).as(Place::new);
    }

    /** Before and after 1970, and the bound before all; far behind what an event may bear, text and time would mix. */
    private static Arbitrary<Instant> instants() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Arbitraries.of(Long.MIN_VALUE, -256L, -255L, -1L, 0L, 1L, 255L, 256L, 1_743_379_200_000L)
                                .map(Instant::ofEpochMilli)),
                Tuple.of(
                        1,
                        Arbitraries.longs()
                                .between(-631_152_000_000L, 253_402_300_799_999L)
                                .map(Instant::ofEpochMilli)));
    }

    /** Beginnings of one another; zero characters; the last character before surrogates, behind them, and beyond. */
    private static Arbitrary<String> texts() {
        return Arbitraries.of("\0", "a", "b", "z", "\u007F", "é", "\uD7FF", "\uE000", "\uFFFF", "😀", "\uD800\uDC00")
                .list()
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }
}
