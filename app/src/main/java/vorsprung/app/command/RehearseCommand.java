package vorsprung.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.ApiPath;
import vorsprung.app.client.Endpoint;
import vorsprung.app.client.Service;
import vorsprung.app.demo.Addresses;
import vorsprung.app.demo.LocalRun;
import vorsprung.app.demo.LocalRun.Content;
import vorsprung.app.demo.LocalSettings;
import vorsprung.app.demo.Progress;
import vorsprung.app.runtime.Lifetime;

/**
 * {@code vorsprung rehearse FOLDER}: runs the demo once in a folder of its own and asks it a question, so that the
 * launcher learns which classes that needs and can archive them. Of no use to people, hence hidden.
 */
@Command(name = "rehearse", hidden = true)
public final class RehearseCommand implements Callable<Integer> {

    @Parameters(index = "0")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path folder;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Override
    public Integer call() throws InterruptedException {
        LocalSettings anywhere = new LocalSettings(folder, 0, 0, 0, 0);
        try (Lifetime lifetime = Lifetime.untilSignal()) {
            new LocalRun(anywhere, lifetime, new Progress(talk.err()), Optional.empty())
                    .run(Content.HISTORY, addresses -> {
                        ask(addresses);
                        lifetime.end();
                    });
        }
        return Exit.OK;
    }

    private static void ask(Addresses addresses) {
        ApiClient client = new ApiClient(Endpoint.of(Service.QUERY_API, addresses.api(), Optional.empty()));
        client.get(ApiPath.of("v1", "companies").with("limit", "1"));
    }
}
