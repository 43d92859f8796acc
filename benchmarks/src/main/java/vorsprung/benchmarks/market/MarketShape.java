package vorsprung.benchmarks.market;

import java.time.Instant;

/**
 * What an invented market looks like. Equal shapes make equal events.
 *
 * @param seed of all that is drawn
 * @param companies how many companies there are, at least 1
 * @param models how many models, at least 1
 * @param benchmarks how many benchmarks, at least 1
 * @param skew exponent of Zipf's law, by which companies, models and benchmarks are drawn; 0 draws all alike
 */
public record MarketShape(long seed, int companies, int models, int benchmarks, double skew) {
    /** Valid time of the first event. */
    static final Instant FROM = Instant.parse("2015-01-01T00:00:00Z");

    /** Valid time that no event reaches. */
    static final Instant TO = Instant.parse("2025-01-01T00:00:00Z");

    /** A market some ten times the size of the bundled history's. */
    public static final MarketShape DEFAULT = new MarketShape(20_250_331, 200, 2_000, 100, 1.0);

    public MarketShape {
        if (companies < 1 || models < 1 || benchmarks < 1) {
            throw new IllegalArgumentException("a market has at least one company, model and benchmark, found "
                    + companies + ", " + models + ", " + benchmarks);
        }
        if (!(skew >= 0 && skew <= 10)) {
            throw new IllegalArgumentException("the skew is 0 to 10, found " + skew);
        }
    }
}
