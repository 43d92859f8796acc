package vorsprung.ingest.publish.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Compared with a map in the order of insertion, whose first entry is taken out when it has too many. */
class FactTablePropertyTest {
    private static final int UNKNOWN = -1;

    @Property
    void facts(@ForAll("facts") List<Fingerprint> facts, @ForAll @IntRange(min = 1, max = 40) int most) {
        FactTable table = new FactTable(most);
        Map<Fingerprint, Integer> plain = new LinkedHashMap<>();

        for (int i = 0; i < facts.size(); i++) {
            Fingerprint fact = facts.get(i);
            assertThat(table.get(fact, UNKNOWN)).isEqualTo(plain.getOrDefault(fact, UNKNOWN));
            plain.put(fact, i);
            boolean tooMany = plain.size() > most;
            if (tooMany) {
                plain.remove(plain.keySet().iterator().next());
            }
            assertThat(table.put(fact, i)).isEqualTo(tooMany);
        }

        int[] all = table.getAll(facts, UNKNOWN);
        assertThat(all)
                .isEqualTo(facts.stream()
                        .mapToInt(fact -> table.get(fact, UNKNOWN))
                        .toArray());
        assertThat(facts)
                .allSatisfy(fact -> assertThat(table.get(fact, UNKNOWN)).isEqualTo(plain.getOrDefault(fact, UNKNOWN)));
    }

    @Property(tries = 20)
    void aTableGrowsToWhatItMayHold(@ForAll @IntRange(min = 1, max = 20_000) int most) {
        FactTable table = new FactTable(most);

        for (int i = 0; i < 2 * most; i++) {
            table.put(Fingerprint.of(String.valueOf(i)), i);
        }

        for (int i = 0; i < 2 * most; i++) {
            assertThat(table.get(Fingerprint.of(String.valueOf(i)), UNKNOWN)).isEqualTo(i < most ? UNKNOWN : i);
        }
    }

    /** So few and so close together that they fall on each other's places, those at the end and the beginning too. */
    @Provide
    Arbitrary<List<Fingerprint>> facts() {
        Arbitrary<Long> close = Arbitraries.longs().between(-4, 3);
        Arbitrary<Long> bits = Arbitraries.of(0L, 1L, 1L << 40, (1L << 40) + 1, -1L);
        return Combinators.combine(close, bits)
                .as(Fingerprint::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(200);
    }
}
