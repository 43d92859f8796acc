package vorsprung.benchmarks.micro;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.lead.RaceBook;
import vorsprung.processor.domain.lead.StandingChanges;
import vorsprung.processor.domain.timeline.MemoryTimeline;
import vorsprung.processor.domain.valuation.CompanyBook;

/**
 * What one fact costs the books of its subject as its history grows, on the heap, without Kafka and without a store. Each
 * operation adds a fact and takes it away again, so that the history keeps its length: two changes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BooksBenchmark {
    private static final Instant FROM = Instant.parse("2015-01-01T00:00:00Z");
    private static final long SPAN_MS = Duration.ofDays(3_650).toMillis();
    private static final int COMPANIES = 50;
    private static final double RISE_PER_FACT = 0.001;
    private static final int NOISE = 10;
    private static final double HALF = 0.5;

    /** How many facts the history has. */
    @Param({"10", "1000", "100000"})
    int facts;

    private final Random random = new Random(17);
    private final List<Result> results = new ArrayList<>();
    private final RaceBook race = new RaceBook(new MemoryTimeline<>(), new MemoryTimeline<>(), new MemoryTimeline<>());
    private final CompanyBook company = new CompanyBook(CompanyBook.Timelines.onHeap());

    /** Tells the history in order. */
    @Setup
    public void fill() {
        for (int i = 0; i < facts; i++) {
            Instant at = FROM.plusMillis(SPAN_MS * i / facts);
            Result result = result("fact-" + i, at, i * RISE_PER_FACT + random.nextInt(NOISE));
            results.add(result);
            race.change(Optional.empty(), Optional.of(result), StandingChanges.UNHEARD);
            company.change(Optional.empty(), Optional.of(round("fact-" + i, at)));
        }
    }

    @Benchmark
    public void resultInOrder() {
        addAndRemove(result("probe", FROM.plusMillis(SPAN_MS), facts * RISE_PER_FACT + random.nextInt(NOISE)));
    }

    @Benchmark
    public void resultLate() {
        long at = (long) (random.nextDouble() * SPAN_MS);
        double usual = (double) at / SPAN_MS * facts * RISE_PER_FACT;
        addAndRemove(result("probe", FROM.plusMillis(at), usual + random.nextInt(NOISE)));
    }

    /** By half a point at most; what it costs is in proportion to how long the race is another one for it. */
    @Benchmark
    public void resultCorrected() {
        Result was = results.get(random.nextInt(facts));
        Result is = new Result(
                was.place(), null, was.companyId(), was.modelId(), was.score() + random.nextDouble() - HALF, true);
        race.change(Optional.of(was), Optional.of(is), StandingChanges.UNHEARD);
        race.change(Optional.of(is), Optional.of(was), StandingChanges.UNHEARD);
    }

    @Benchmark
    public void roundInOrder() {
        addAndRemove(round("probe", FROM.plusMillis(SPAN_MS)));
    }

    @Benchmark
    public void roundLate() {
        addAndRemove(round("probe", FROM.plusMillis((long) (random.nextDouble() * SPAN_MS))));
    }

    private void addAndRemove(Result result) {
        race.change(Optional.empty(), Optional.of(result), StandingChanges.UNHEARD);
        race.change(Optional.of(result), Optional.empty(), StandingChanges.UNHEARD);
    }

    private void addAndRemove(CompanyFact round) {
        company.change(Optional.empty(), Optional.of(round));
        company.change(Optional.of(round), Optional.empty());
    }

    private Result result(String eventId, Instant at, double score) {
        String company = "company-" + random.nextInt(COMPANIES);
        return new Result(new Place(at, at, eventId), null, company, company + "/model", score, true);
    }

    private CompanyFact round(String eventId, Instant at) {
        long amountUsd = 1_000_000L * (1 + random.nextInt(1_000));
        return new CompanyFact.Funding(
                Optional.of("A company"),
                new Round(
                        new Place(at, at, eventId),
                        null,
                        Round.Kind.EQUITY,
                        Round.Status.CLOSED,
                        amountUsd,
                        null,
                        10 * amountUsd,
                        null));
    }
}
