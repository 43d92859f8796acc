package vorsprung.benchmarks.market;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import vorsprung.topic.EventType;

/** How the events of a market are shared among the types: in per mille, close to the bundled history. */
final class TypeShares {
    private static final int ALL = 1_000;

    private static final Map<EventType, Integer> PER_MILLE = new EnumMap<>(Map.of(
            EventType.BENCHMARK_RESULT, 500,
            EventType.PRICE_CHANGE, 200,
            EventType.MODEL_RELEASE, 190,
            EventType.USAGE_REPORT, 40,
            EventType.FINANCIAL_REPORT, 35,
            EventType.FUNDING_ROUND, 32,
            EventType.LEAD_CLAIM, 3));

    private TypeShares() {}

    static EventType draw(Random random) {
        int left = random.nextInt(ALL);
        for (Map.Entry<EventType, Integer> share : PER_MILLE.entrySet()) {
            left -= share.getValue();
            if (left < 0) {
                return share.getKey();
            }
        }
        throw new IllegalStateException("the shares do not add up to " + ALL);
    }
}
