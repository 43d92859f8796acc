package vorsprung.app.command;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vorsprung.app.runtime.Lifetime;
import vorsprung.app.table.Column;
import vorsprung.app.table.Table;
import vorsprung.http.HttpSettings;
import vorsprung.ingest.Ingest;
import vorsprung.ingest.IngestConfig;
import vorsprung.ingest.SourceWatch;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.source.Source;
import vorsprung.ingest.source.Sources;
import vorsprung.ingest.source.Watcher;
import vorsprung.settings.Nearest;

/** {@code vorsprung watch SOURCE…}: follows public sources and publishes what changed. */
@Command(
        name = "watch",
        description = {
            "Looks at public sources again and again and publishes what changed since the last look, until Ctrl-C."
                    + " What was seen is kept in Kafka, so a restart repeats nothing."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung watch --list",
            "  vorsprung watch openrouter --once",
            "  vorsprung watch llm-prices models-dev --every 6h --bootstrap kafka:9092",
            "  vorsprung watch epoch-companies --url https://mirror.example/epoch/"
        })
public final class WatchCommand implements Callable<Integer> {

    private static final int DEFAULT_METRICS_PORT = 8083;
    private static final Table<Source> LIST = Table.of(
            Column.text("source", Source::name),
            Column.text("tells", Source::about),
            Column.text(
                    "from",
                    source -> source.documents().stream().map(URI::toString).collect(Collectors.joining(" "))));

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Parameters(
            arity = "0..*",
            paramLabel = "SOURCE",
            completionCandidates = Candidates.WatchedSources.class,
            description = "What to watch; --list tells which there are.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "List the sources.")
    private boolean list;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            converter = Durations.class,
            defaultValue = "1h",
            description = "Time between looks, such as 15m or 6h. Default: ${DEFAULT-VALUE}.")
    private Duration every = Duration.ofHours(1);

    @Option(names = "--once", description = "Look once and end; exit code 1 when a document could not be read.")
    private boolean once;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the source lies instead: its document, or with a / at the end the folder of its"
                    + " documents; repeatable.")
    private List<URI> urls = List.of();

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            defaultValue = "" + DEFAULT_METRICS_PORT,
            description =
                    "Port of /metrics on loopback, 0 for a free one; none with --once. Default: ${DEFAULT-VALUE}.")
    private int metricsPort;

    @Option(
            names = "--accept-deletions",
            description = "Retract what is gone from a source even when it is much at once.")
    private boolean acceptDeletions;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.quiet();
        if (list) {
            talk.table(LIST, Sources.all(Directory::empty));
            return Exit.OK;
        }
        checkWords();
        KafkaAdmin.connect(cluster.clientSettings(talk.environment())).close();
        IngestConfig config = IngestConfig.of(cluster.settings(talk.environment()));
        try (Lifetime lifetime = Lifetime.untilSignal();
                Ingest ingest = new Ingest(config, InstantSource.system());
                SourceWatch watch = ingest.sources(wait -> !lifetime.await(wait))) {
            List<NamedWatcher> watchers = Sources.all(() -> ingest.intake().directory()).stream()
                    .filter(source -> names.contains(source.name()))
                    .map(source ->
                            new NamedWatcher(source.name(), watch.watcher(source, addresses(source), acceptDeletions)))
                    .toList();
            return once ? lookOnce(watchers) : follow(watchers, watch, lifetime);
        }
    }

    private record NamedWatcher(String name, Watcher watcher) {}

    private void checkWords() {
        List<String> known =
                Sources.all(Directory::empty).stream().map(Source::name).toList();
        if (names.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say what to watch: " + String.join(", ", known));
        }
        Optional<String> unknown =
                names.stream().filter(name -> !known.contains(name)).findFirst();
        if (unknown.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no source " + unknown.get()
                            + Nearest.to(unknown.get(), known)
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse("; there are " + String.join(", ", known)));
        }
        if (!urls.isEmpty() && names.size() != 1) {
            throw new ParameterException(spec.commandLine(), "--url goes with one source only");
        }
    }

    private List<URI> addresses(Source source) {
        if (urls.isEmpty()) {
            return source.documents();
        }
        return urls.stream().flatMap(url -> documentsAt(url, source)).toList();
    }

    private static Stream<URI> documentsAt(URI url, Source source) {
        if (!url.toString().endsWith("/")) {
            return Stream.of(url);
        }
        return source.documents().stream().map(document -> {
            String path = document.getPath();
            return url.resolve(path.substring(path.lastIndexOf('/') + 1));
        });
    }

    private int lookOnce(List<NamedWatcher> watchers) throws InterruptedException {
        List<String> failures = new ArrayList<>();
        for (NamedWatcher each : watchers) {
            Watcher.Look look = each.watcher().look();
            tell(each.name(), look);
            failures.addAll(look.failures());
        }
        return failures.isEmpty() ? Exit.OK : Exit.FAILED;
    }

    private int follow(List<NamedWatcher> watchers, SourceWatch watch, Lifetime lifetime) throws InterruptedException {
        int port = watch.serve(HttpSettings.loopback(metricsPort, "--metrics-port"));
        talk.say("metrics: http://" + HttpSettings.LOOPBACK + ":" + port + "/metrics");
        while (!lifetime.isOver()) {
            for (NamedWatcher each : watchers) {
                if (!lifetime.isOver()) {
                    look(each);
                }
            }
            boolean over = lifetime.await(every);
            if (over) {
                talk.say("stopping");
            }
        }
        return Exit.OK;
    }

    /** Kafka being away is no reason to end: the next look goes on where this one stopped. */
    private void look(NamedWatcher each) throws InterruptedException {
        try {
            tell(each.name(), each.watcher().look());
        } catch (KafkaUnavailableException e) {
            talk.say(each.name() + ": " + e.getMessage() + "; again in " + Durations.text(every));
        }
    }

    private void tell(String name, Watcher.Look look) {
        String skipped = look.skipped().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("; "));
        talk.out()
                .println(name + ": " + look.published() + " published, " + look.unchanged() + " unchanged, "
                        + look.failures().size() + " failed" + (skipped.isEmpty() ? "" : "; skipped: " + skipped));
        talk.out().flush();
        look.failures().forEach(failure -> talk.say(name + ": " + failure));
    }
}
