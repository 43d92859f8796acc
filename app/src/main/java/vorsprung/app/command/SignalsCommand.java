package vorsprung.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vorsprung.app.client.Answer;
import vorsprung.app.client.ApiPath;
import vorsprung.app.client.Pages;
import vorsprung.app.runtime.Lifetime;
import vorsprung.app.table.Column;
import vorsprung.app.table.Figures;
import vorsprung.app.table.Table;
import vorsprung.settings.Nearest;
import vorsprung.signal.SignalType;

/** {@code vorsprung signals}: what was worth an alert, and what is as it happens. */
@Command(
        name = "signals",
        description = {
            "Shows what was worth an alert, the newest first.",
            "With --follow it tells signals as they are found until Ctrl-C, also across a lost connection; what could"
                    + " not be told because it had expired meanwhile is said on standard error."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung signals --type price-cut --since 2025-01",
            "  vorsprung signals --subject gpqa-diamond --json",
            "  vorsprung signals --follow --type lead-changed,caught-up",
            "  vorsprung signals --follow --since 2025-03-01 --json"
        })
public final class SignalsCommand implements Callable<Integer> {

    private static final Table<Answer> TABLE = Table.of(
            Column.number("at", row -> Figures.day(row.time("occurredAt"))),
            Column.text("signal", row -> Figures.text(row.text("type").map(SignalText::words))),
            Column.text("subject", row -> Figures.text(row.text("subject"))),
            Column.text("figure", SignalText::figures),
            Column.text("remarks", SignalText::remarks));

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Output output;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Option(
            names = "--type",
            split = ",",
            paramLabel = "TYPE",
            completionCandidates = Candidates.SignalTypes.class,
            description = "Only signals of this type, such as price-cut; may be given again.")
    private List<String> types = List.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only causes that occurred since then: 2025-03-31, 2025-03, 2025 or an instant.")
    private Optional<String> since = Optional.empty();

    @Option(names = "--subject", paramLabel = "ID", description = "Only signals of this company, benchmark or model.")
    private Optional<String> subject = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = Count.class,
            description = "How many signals at most; with --follow, how many of those there are already. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--follow", description = "Tell signals as they are found. With --since, those there are first.")
    private boolean follow;

    @Override
    public Integer call() throws InterruptedException {
        List<String> wanted = types.stream().map(this::type).toList();
        return follow ? follow(wanted) : list(wanted);
    }

    private int list(List<String> wanted) {
        Answer answer = ask(wanted);
        if (output.isJson()) {
            output.json(answer);
            return Exit.OK;
        }
        List<Answer> signals = answer.list("items");
        if (signals.isEmpty()) {
            output.talk().say("There is no such signal.");
            return Exit.NOTHING_FOUND;
        }
        output.talk().table(TABLE, signals);
        if (Pages.goesOn(answer)) {
            output.talk().say("There are more than " + signals.size() + ": --limit shows them.");
        }
        return Exit.OK;
    }

    private int follow(List<String> wanted) throws InterruptedException {
        Logs.silent();
        SignalTicker ticker = new SignalTicker(output, wanted, subject, () -> known(wanted));
        ApiPath path = ApiPath.of("v1", "stream").with("types", "signal");
        Following following = new Following(api.client(), path, ticker);
        try (Lifetime lifetime = Lifetime.untilSignal()) {
            lifetime.dependOn("stream", () -> {
                following.run(lifetime);
                lifetime.end();
            });
            lifetime.await();
        }
        return Exit.OK;
    }

    /** Those there are already, the oldest first; none unless a time was given. */
    private List<Answer> known(List<String> wanted) {
        return since.isEmpty() ? List.of() : ask(wanted).list("items");
    }

    private Answer ask(List<String> wanted) {
        return new Pages(api.client())
                .first(
                        ApiPath.of("v1", "signals")
                                .withEach("type", wanted)
                                .with("since", since)
                                .with("subject", subject),
                        limit);
    }

    /** The name of a type however it was written: price-cut, PRICE_CUT. */
    private String type(String text) {
        List<String> known = Arrays.stream(SignalType.values())
                .filter(type -> type != SignalType.UNKNOWN)
                .map(Enum::name)
                .toList();
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        if (known.contains(name)) {
            return name;
        }
        throw new ParameterException(
                spec.commandLine(),
                "--type must be one of "
                        + String.join(
                                ", ",
                                known.stream().map(SignalsCommand::written).toList())
                        + "; found " + text
                        + Nearest.to(name, known)
                                .map(near -> "; did you mean " + written(near) + "?")
                                .orElse(""));
    }

    private static String written(String type) {
        return type.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
