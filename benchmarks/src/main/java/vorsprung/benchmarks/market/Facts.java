package vorsprung.benchmarks.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import vorsprung.event.FundingKind;
import vorsprung.event.RoundStatus;
import vorsprung.event.Source;
import vorsprung.event.UsageMetric;
import vorsprung.topic.EventType;

/** Writes facts of each type: what is drawn, and what follows from the time. */
final class Facts {
    private static final Duration REPORTED_AFTER = Duration.ofHours(6);
    private static final Source SOURCE = new Source("generated", null);
    private static final String[] PRODUCTS = {"chat", "api", "search"};
    private static final UsageMetric[] METRICS = {UsageMetric.WEEKLY_ACTIVE_USERS, UsageMetric.DAILY_TOKENS};
    private static final double SPREAD = 0.1;
    private static final long MILLION = 1_000_000;
    private static final int MOST_ANSWERS = 6;

    private final Random random;

    Facts(Random random) {
        this.random = random;
    }

    /** A fact begun: everything but what it is about and what it says. */
    static Draft begun(EventType type, String eventId, Instant occurredAt) {
        return new Draft(type)
                .with("eventId", eventId)
                .with("source", SOURCE)
                .at(occurredAt, occurredAt.plus(REPORTED_AFTER));
    }

    /** Says something about a company, a model or a benchmark. */
    void tell(EventType type, Draft fact, Instant occurredAt) {
        switch (type) {
            case FUNDING_ROUND -> round(fact, occurredAt);
            case USAGE_REPORT ->
                fact.with("product", PRODUCTS[random.nextInt(PRODUCTS.length)])
                        .with("metric", METRICS[random.nextInt(METRICS.length)])
                        .with("value", amount(occurredAt));
            case FINANCIAL_REPORT ->
                fact.with("monthlyBurnUsd", amount(occurredAt) / MOST_ANSWERS)
                        .with("annualizedRevenueUsd", amount(occurredAt));
            case LEAD_CLAIM ->
                fact.with("claimant", "Claimant").with("minMonths", 3.0).with("maxMonths", 3.0 + random.nextInt(9));
            case BENCHMARK_RESULT -> fact.with("score", score(occurredAt)).with("scoreUnit", "fraction");
            case MODEL_RELEASE ->
                fact.with("openWeights", random.nextBoolean()).with("trainingCostUsd", amount(occurredAt));
            case PRICE_CHANGE ->
                fact.with("inputMicroUsdPerMillionTokens", price(occurredAt))
                        .with("outputMicroUsdPerMillionTokens", 4 * price(occurredAt));
        }
    }

    /** Says it again in other words: the field that most corrections are about. */
    void correct(EventType type, Draft fact, Instant occurredAt) {
        switch (type) {
            case FUNDING_ROUND -> fact.with("postMoneyValuationUsd", 10 * amount(occurredAt));
            case USAGE_REPORT -> fact.with("value", amount(occurredAt));
            case FINANCIAL_REPORT -> fact.with("annualizedRevenueUsd", amount(occurredAt));
            case LEAD_CLAIM -> fact.with("maxMonths", 3.0 + random.nextDouble());
            case BENCHMARK_RESULT -> fact.with("score", score(occurredAt));
            case MODEL_RELEASE -> fact.with("trainingCostUsd", amount(occurredAt));
            case PRICE_CHANGE -> fact.with("inputMicroUsdPerMillionTokens", price(occurredAt));
        }
    }

    private void round(Draft fact, Instant occurredAt) {
        fact.with("round", "Series " + (char) ('A' + random.nextInt(8)))
                .with("kind", FundingKind.EQUITY)
                .with("status", random.nextInt(10) == 0 ? RoundStatus.RUMORED : RoundStatus.CLOSED)
                .with("amountUsd", amount(occurredAt))
                .with("postMoneyValuationUsd", 10 * amount(occurredAt));
    }

    /** Scores rise with time towards 1, so that the frontier moves, and seldom. */
    private double score(Instant at) {
        double frontier = 1 - Math.exp(-2 * passed(at));
        return Math.max(0, frontier - Math.abs(random.nextGaussian()) * SPREAD);
    }

    /** Dollars, a hundred times as many at the end as at the start. */
    private long amount(Instant at) {
        return Math.round(MILLION * Math.pow(100, passed(at)) * (0.5 + random.nextDouble()));
    }

    /** Micro-dollars per million tokens, a hundredth at the end of what it was. */
    private long price(Instant at) {
        return Math.round(10 * MILLION * Math.pow(0.01, passed(at)) * (0.5 + random.nextDouble()));
    }

    private static double passed(Instant at) {
        double all = Duration.between(MarketShape.FROM, MarketShape.TO).toMillis();
        return Duration.between(MarketShape.FROM, at).toMillis() / all;
    }
}
