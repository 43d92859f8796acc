package vorsprung.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a chart is drawn among the figures: on a terminal, unless something else is said; never in JSON. */
public final class ChartOption {

    @Option(
            names = "--chart",
            negatable = true,
            description = "Draw a chart, or leave it out. Default: on a terminal it is drawn.")
    private @Nullable Boolean chart;

    boolean isWanted(Talk talk) {
        return chart == null ? talk.screen().terminal() : chart;
    }
}
