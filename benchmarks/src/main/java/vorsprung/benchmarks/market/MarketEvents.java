package vorsprung.benchmarks.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.topic.EventType;

/**
 * The reports of an invented market, in the order in which they occurred. So many per cent of them, drawn at random, are
 * corrections: a later report on a fact told before, with another number in it.
 */
public final class MarketEvents implements Iterator<SpecificRecord> {
    private static final Duration CORRECTED_AFTER = Duration.ofDays(30);
    private static final int PER_CENT = 100;

    /** Facts that may still be corrected; enough to reach far back, few enough to be kept. */
    private static final int CORRECTABLE = 50_000;

    private final long events;
    private final int correctionPercent;
    private final Random random;
    private final Zipf companies;
    private final Zipf models;
    private final Zipf benchmarks;
    private final int[] makers;
    private final Facts facts;
    private final List<Told> told = new ArrayList<>();
    private long next;

    private record Told(EventType type, SpecificRecord event) {}

    /**
     * So many reports of a market.
     *
     * @param correctionPercent how many of a hundred are corrections, 0 to 99
     */
    public MarketEvents(MarketShape shape, long events, int correctionPercent) {
        if (correctionPercent < 0 || correctionPercent >= PER_CENT) {
            throw new IllegalArgumentException("corrections are 0 to 99 per cent, found " + correctionPercent);
        }
        this.events = events;
        this.correctionPercent = correctionPercent;
        this.random = new Random(shape.seed());
        this.companies = new Zipf(shape.companies(), shape.skew());
        this.models = new Zipf(shape.models(), shape.skew());
        this.benchmarks = new Zipf(shape.benchmarks(), shape.skew());
        this.makers = random.ints(shape.models(), 0, shape.companies()).toArray();
        this.facts = new Facts(random);
    }

    @Override
    public boolean hasNext() {
        return next < events;
    }

    @Override
    public SpecificRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + events + " events were taken");
        }
        boolean corrects = !told.isEmpty() && random.nextInt(PER_CENT) < correctionPercent;
        SpecificRecord event = corrects ? correction() : fact();
        next++;
        return event;
    }

    private SpecificRecord fact() {
        EventType type = TypeShares.draw(random);
        Instant occurredAt = occurredAt();
        Draft fact = Facts.begun(type, type.label() + ":" + next, occurredAt);
        about(type, fact);
        facts.tell(type, fact, occurredAt);
        remember(new Told(type, fact.event()));
        return fact.event();
    }

    private void about(EventType type, Draft fact) {
        if (type.subject() == EventType.Subject.COMPANY) {
            fact.ofCompany(companies.draw(random));
            return;
        }
        int model = models.draw(random);
        fact.ofModel(model, makers[model]);
        if (type.subject() == EventType.Subject.BENCHMARK) {
            int benchmark = benchmarks.draw(random);
            fact.with("benchmarkId", "benchmark-" + benchmark).with("benchmark", "Benchmark " + benchmark);
        }
    }

    private SpecificRecord correction() {
        Told before = told.get(random.nextInt(told.size()));
        Draft correction = Draft.from(before.type(), before.event());
        Instant occurredAt = (Instant)
                before.event().get(before.type().schema().getField("occurredAt").pos());
        facts.correct(before.type(), correction, occurredAt);
        return correction.with("recordedAt", occurredAt().plus(CORRECTED_AFTER)).event();
    }

    private void remember(Told fact) {
        if (told.size() < CORRECTABLE) {
            told.add(fact);
        } else {
            told.set(random.nextInt(CORRECTABLE), fact);
        }
    }

    private Instant occurredAt() {
        long all = Duration.between(MarketShape.FROM, MarketShape.TO).toMillis();
        return MarketShape.FROM.plusMillis(Math.round((double) all * next / events));
    }
}
