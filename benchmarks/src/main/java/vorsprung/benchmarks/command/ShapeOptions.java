package vorsprung.benchmarks.command;

import picocli.CommandLine.Option;
import vorsprung.benchmarks.market.MarketShape;

/** What the invented market looks like. */
final class ShapeOptions {

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Equal seeds make equal events. Default: ${DEFAULT-VALUE}.")
    private long seed = MarketShape.DEFAULT.seed();

    @Option(names = "--companies", paramLabel = "N", description = "Companies. Default: ${DEFAULT-VALUE}.")
    private int companies = MarketShape.DEFAULT.companies();

    @Option(names = "--models", paramLabel = "N", description = "Models. Default: ${DEFAULT-VALUE}.")
    private int models = MarketShape.DEFAULT.models();

    @Option(names = "--benchmarks", paramLabel = "N", description = "Benchmarks. Default: ${DEFAULT-VALUE}.")
    private int benchmarks = MarketShape.DEFAULT.benchmarks();

    @Option(
            names = "--skew",
            paramLabel = "X",
            description = "Exponent of Zipf's law by which all of these are drawn, 0 for all alike. Default:"
                    + " ${DEFAULT-VALUE}.")
    private double skew = MarketShape.DEFAULT.skew();

    MarketShape shape() {
        return new MarketShape(seed, companies, models, benchmarks, skew);
    }
}
