package vorsprung.benchmarks.race;

import java.nio.file.Path;
import java.util.List;
import vorsprung.benchmarks.contestant.Contestant;
import vorsprung.benchmarks.market.MarketShape;

/**
 * What is to be measured.
 *
 * @param contestants who takes part, in the order of the first round
 * @param rounds how often each of them runs
 * @param events how many events the market has
 * @param facts how long the longest history of a subject is to grow
 * @param shape of the market
 * @param jvmOptions of each contestant's process: the same for all
 * @param folder where brokers and stores are; emptied as the race goes on
 */
public record RaceSettings(
        List<Contestant> contestants,
        int rounds,
        long events,
        int facts,
        MarketShape shape,
        List<String> jvmOptions,
        Path folder) {

    public RaceSettings {
        contestants = List.copyOf(contestants);
        jvmOptions = List.copyOf(jvmOptions);
        if (rounds < 1 || events < 1 || facts < 10) {
            throw new IllegalArgumentException("a race has at least 1 round, 1 event and 10 facts, found " + rounds
                    + ", " + events + ", " + facts);
        }
    }
}
