package vorsprung.app.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A source whose reports are drawn by a seed, with a clock that runs, stops or jumps as it is told. */
final class FaultSource {

    private static final int FACTS_AT_ONCE = 25;
    private static final int FACTS_AGAIN = 8;
    private static final int COMPANIES = 12;
    private static final Instant FIRST_DAY = Instant.parse("2022-01-01T00:00:00Z");
    private static final Instant FIRST_RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    /** One report of each fact so far. */
    private final List<FaultReport> facts = new ArrayList<>();

    private int seconds;

    FaultSource(Random random) {
        this.random = random;
    }

    /** Of facts that nobody has reported yet, out of order. */
    List<FaultReport> news() {
        List<FaultReport> news = new ArrayList<>();
        for (int i = 0; i < FACTS_AT_ONCE; i++) {
            int number = facts.size();
            Instant occurredAt =
                    FIRST_DAY.plus(Duration.ofHours(random.nextInt(30_000))).plusSeconds(number % 3_600);
            FaultReport.Kind kind = List.of(FaultReport.Kind.values()).get(random.nextInt(3));
            FaultReport fact =
                    new FaultReport(kind, number, random.nextInt(COMPANIES), occurredAt, tick(), value(), false);
            facts.add(fact);
            news.add(fact);
        }
        Collections.shuffle(news, random);
        return news;
    }

    /** Some facts reported again, otherwise. */
    List<FaultReport> corrections() {
        return some().stream().map(fact -> fact.corrected(tick(), value())).toList();
    }

    /** Some facts taken back. */
    List<FaultReport> retractions() {
        return some().stream().map(fact -> fact.retracted(tick())).toList();
    }

    /** Some facts reported three times within one second of a clock that has stopped, the second time taken back. */
    List<FaultReport> whileTheClockStands() {
        Instant stopped = tick();
        return some().stream()
                .flatMap(fact -> Stream.of(
                        fact.corrected(stopped, value()), fact.retracted(stopped), fact.corrected(stopped, value())))
                .toList();
    }

    /** The clock goes on from some earlier time: what is reported now is older than what was reported before. */
    void setBack() {
        seconds = random.nextInt(seconds + 1);
    }

    private List<FaultReport> some() {
        List<FaultReport> some = new ArrayList<>(facts);
        Collections.shuffle(some, random);
        return some.subList(0, Math.min(FACTS_AGAIN, some.size()));
    }

    private Instant tick() {
        return FIRST_RECORDED.plusSeconds(seconds++);
    }

    private long value() {
        return 1_000_000L + random.nextInt(900_000_000);
    }
}
