package vorsprung.app.command;

import java.io.PrintWriter;
import java.util.Optional;
import vorsprung.app.demo.Addresses;
import vorsprung.app.demo.DataFolder;
import vorsprung.app.demo.LocalRun;
import vorsprung.app.demo.LocalRun.Content;
import vorsprung.app.demo.LocalSettings;
import vorsprung.app.demo.Progress;
import vorsprung.app.runtime.Lifetime;

/** Runs a system in one process for a person at a terminal. */
final class LocalRunning {

    private static final String DEFAULT_API = "http://127.0.0.1:8080";

    private final Talk talk;
    private final LocalOptions options;
    private final WatchOptions watch;

    LocalRunning(Talk talk, LocalOptions options, WatchOptions watch) {
        this.talk = talk;
        this.options = options;
        this.watch = watch;
    }

    /** Runs until Ctrl-C or SIGTERM; says on standard output when it is ready, and on standard error all the rest. */
    void run(String command, Content content) throws InterruptedException {
        Logs.silent();
        Optional<LocalRun.Watch> watchers = watch.watch(talk.environment());
        LocalSettings settings = options.settings(command, talk.environment());
        if (options.isFresh()) {
            new DataFolder(settings.dataDir()).clear();
        }
        talk.say("Log: " + Logs.toFile(settings.dataDir()));
        try (Lifetime lifetime = Lifetime.untilSignal()) {
            new LocalRun(settings, lifetime, new Progress(talk.err()), watchers).run(content, this::ready);
        }
    }

    private void ready(Addresses addresses) {
        PrintWriter out = talk.out();
        String url = addresses.api().equals(DEFAULT_API) ? "" : " --url " + addresses.api();
        out.println("ready");
        out.println("  dashboard        " + addresses.api() + "/");
        out.println("  query API        " + addresses.api());
        out.println("  publish gateway  " + addresses.gateway());
        out.println("  schema registry  " + addresses.registry());
        out.println("  Kafka            " + addresses.kafka());
        addresses.watchers().ifPresent(watchers -> {
            out.println("  Prometheus       " + watchers.prometheus());
            out.println("  Alertmanager     " + watchers.alertmanager());
        });
        out.println();
        out.println("Try in another terminal:");
        out.println("  ./vorsprung valuations --as-of 2025-03-31" + url);
        out.println("  ./vorsprung company openai" + url);
        out.println("  ./vorsprung leads gpqa-diamond" + url);
        out.flush();
    }
}
