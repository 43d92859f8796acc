package vorsprung.processor.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vorsprung.processor.query.HeapStreams.utf8;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.topology.StoreRef;
import vorsprung.processor.topology.Stores;

/** Two instances, here and there, and a market of two partitions. */
class ClusterStoresTest {
    private static final StoreRef STORE = Stores.TIMELINES_BY_COMPANY;
    private static final Peer HERE = new Peer("here", 1);
    private static final Peer THERE = new Peer("there", 2);

    private final HeapStreams here = new HeapStreams();
    private final HeapStreams there = new HeapStreams();
    private final Group group = new Group();
    private final ClusterStores stores =
            new ClusterStores(new ClusterStores.Parts(new LocalStores(here, 2), group.seenFrom(HERE), new Connected()));

    private boolean cut;

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void aPartitionElsewhereIsReadFromWhoHasIt() {
        group.active(1, THERE);
        there.active(STORE, 1).put(STORE, 1, "openai", "300");

        assertThat(value(1, "openai")).contains("300");
        assertThat(value(1, "nobody")).isEmpty();
    }

    @Test
    void allPartitionsAreGatheredInTheirOrderWhereverTheyAre() {
        group.active(0, HERE);
        group.active(1, THERE);
        here.active(STORE, 0).put(STORE, 0, "a", "1").put(STORE, 0, "b", "2");
        there.active(STORE, 1).put(STORE, 1, "c", "3").put(STORE, 1, "d", "4");

        List<List<String>> gathered = stores.gather(STORE, shard -> shard.read(ClusterStoresTest::all));

        assertThat(gathered).containsExactly(List.of("a=1", "b=2"), List.of("c=3", "d=4"));
    }

    @Test
    void aGatherThatMissesAPartitionIsAFailureThatNamesIt() {
        group.active(0, HERE);
        group.active(1, THERE);
        here.active(STORE, 0).put(STORE, 0, "a", "1");
        cut = true;

        assertThatThrownBy(() -> stores.gather(STORE, shard -> shard.read(ClusterStoresTest::all)))
                .isInstanceOfSatisfying(
                        NotReadyException.class,
                        e -> assertThat(e.missing())
                                .extracting(Missing::store, Missing::partition)
                                .containsExactly(tuple(STORE.name(), 1)))
                .hasMessageContaining("partition 1 of store timelines-by-company")
                .hasMessageContaining("there:2 is cut off");
    }

    @Test
    void whoHasBecomeActiveAnswersThoughTheGroupStillSaysOtherwise() {
        group.active(1, new Peer("gone", 3));
        group.standby(1, THERE);
        there.active(STORE, 1).put(STORE, 1, "openai", "300");

        assertThat(value(1, "openai")).contains("300");

        group.active(0, new Peer("gone", 3));
        here.active(STORE, 0).put(STORE, 0, "openai", "157");

        assertThat(value(0, "openai")).contains("157");
    }

    @Test
    void whoIsActiveItselfAsksNobodyThoughTheGroupStillSaysOtherwise() {
        group.active(1, THERE);
        there.active(STORE, 1).put(STORE, 1, "openai", "157");
        here.active(STORE, 1).put(STORE, 1, "openai", "300");

        assertThat(value(1, "openai")).contains("300");
        assertThat(there.questions(STORE, 1)).isZero();
    }

    @Test
    void aCopyAnswersOnlyWhereTheTermsAllowItAndItsLagIsStated() {
        group.active(1, THERE);
        group.standby(1, HERE);
        group.lag(HERE, 1, new Lag(7, 250));
        here.standby(STORE, 1).put(STORE, 1, "openai", "157");
        cut = true;

        assertThatThrownBy(() -> value(1, "openai")).isInstanceOf(NotReadyException.class);

        Terms stale = Terms.stale(Duration.ofSeconds(5));
        assertThat(stores.terms().under(stale, () -> value(1, "openai"))).contains("157");
        assertThat(stale.lag()).contains(new Lag(7, 250));
    }

    @Test
    void theCopyOfAnotherInstanceAnswersToo() {
        group.active(1, new Peer("gone", 3));
        group.standby(1, THERE);
        group.lag(THERE, 1, new Lag(2, 900));
        there.standby(STORE, 1).put(STORE, 1, "openai", "157");

        Terms stale = Terms.stale(Duration.ofSeconds(5));
        assertThat(stores.terms().under(stale, () -> value(1, "openai"))).contains("157");
        assertThat(stale.lag()).contains(new Lag(2, 900));
    }

    @Test
    void whereTheActiveInstanceAnswersNothingIsStaleThoughItWereAllowed() {
        group.active(1, THERE);
        there.active(STORE, 1).put(STORE, 1, "openai", "300");

        Terms stale = Terms.stale(Duration.ofSeconds(5));
        assertThat(stores.terms().under(stale, () -> value(1, "openai"))).contains("300");
        assertThat(stale.lag()).isEmpty();
    }

    @Test
    void aCopyOfWhichNobodyKnowsHowFarItLagsNeverAnswers() {
        group.standby(1, HERE);
        here.standby(STORE, 1).put(STORE, 1, "openai", "157");

        Terms stale = Terms.stale(Duration.ofSeconds(5));
        assertThatThrownBy(() -> stores.terms().under(stale, () -> value(1, "openai")))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("how far it lags");
    }

    @Test
    void whatIsReadElsewhereIsOfOneCommit() {
        group.active(1, THERE);
        there.active(STORE, 1).put(STORE, 1, "amount", "1").put(STORE, 1, "total", "1");
        List<String> tries = new ArrayList<>();

        String answer = stores.read(STORE, 1, store -> {
            String amount = text(store.get(utf8("amount")));
            if (tries.isEmpty()) {
                there.put(STORE, 1, "amount", "2").put(STORE, 1, "total", "2");
            }
            tries.add(amount + "/" + text(store.get(utf8("total"))));
            return tries.get(tries.size() - 1);
        });

        assertThat(tries).containsExactly("1/2", "2/2");
        assertThat(answer).isEqualTo("2/2");
    }

    @Test
    void whatIsOwnIsGatheredWithoutWhatIsElsewhere() {
        group.active(0, HERE);
        group.active(1, THERE);
        here.active(STORE, 0).put(STORE, 0, "a", "1");
        there.active(STORE, 1).put(STORE, 1, "c", "3");

        OwnStores own = new OwnStores(new LocalStores(here, 2), group.seenFrom(HERE));

        assertThat(own.gather(STORE, shard -> shard.read(ClusterStoresTest::all)))
                .containsExactly(List.of("a=1"));
    }

    private Optional<String> value(int partition, String key) {
        return stores.read(STORE, partition, store -> store.get(utf8(key)).map(ClusterStoresTest::text));
    }

    private static List<String> all(ReadableStore store) {
        List<String> all = new ArrayList<>();
        try (Cursor<Entry<byte[], byte[]>> entries = store.ascending(utf8("a"), utf8("z"))) {
            entries.forEachRemaining(entry -> all.add(text(entry.getKey()) + "=" + text(entry.getValue())));
        }
        return all;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static String text(Optional<byte[]> utf8) {
        return utf8.map(ClusterStoresTest::text).orElse("none");
    }

    /** Who holds what of {@link #STORE}, by partition. */
    private static final class Group {
        private final Map<Integer, Peer> active = new HashMap<>();
        private final Map<Integer, List<Peer>> standbys = new HashMap<>();
        private final Map<String, Lag> lags = new HashMap<>();

        void active(int partition, Peer peer) {
            active.put(partition, peer);
        }

        void standby(int partition, Peer peer) {
            standbys.computeIfAbsent(partition, none -> new ArrayList<>()).add(peer);
        }

        void lag(Peer peer, int partition, Lag lag) {
            lags.put(peer + "/" + partition, lag);
        }

        Cluster seenFrom(Peer self) {
            return new Cluster() {
                @Override
                public Peer self() {
                    return self;
                }

                @Override
                public List<Peer> peers() {
                    return List.of(HERE, THERE);
                }

                @Override
                public Holders holders(StoreRef store, int partition) {
                    return new Holders(
                            Optional.ofNullable(active.get(partition)), standbys.getOrDefault(partition, List.of()));
                }

                @Override
                public Optional<Lag> lag(StoreRef store, int partition) {
                    return Optional.ofNullable(lags.get(self + "/" + partition));
                }
            };
        }
    }

    /** The way there, over the bytes that would cross it. */
    private final class Connected implements Peers {
        private final LocalPages pages = new LocalPages(new LocalStores(there, 2), group.seenFrom(THERE));

        @Override
        public PagesAnswer pages(Peer peer, PagesRequest asked, Duration patience) {
            if (cut || !peer.equals(THERE)) {
                throw new NotReadyException(asked.store(), asked.partition(), peer + " is cut off");
            }
            PagesRequest arrived = PagesCodec.request(asked.store(), asked.partition(), PagesCodec.write(asked));
            return PagesCodec.answer(PagesCodec.write(pages.answer(arrived)));
        }
    }
}
