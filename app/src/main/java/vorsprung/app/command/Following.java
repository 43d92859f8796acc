package vorsprung.app.command;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.ApiPath;
import vorsprung.app.client.ProblemException;
import vorsprung.app.client.ServerEvents;
import vorsprung.app.client.ServerEvents.ServerEvent;
import vorsprung.app.client.UnreachableException;
import vorsprung.app.runtime.Lifetime;

/** Follows a stream of events to the end of a life: a connection that is lost is made again, behind the last event. */
final class Following {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ApiClient client;
    private final ApiPath path;
    private final Listener listener;
    private Optional<String> lastEventId = Optional.empty();
    private boolean hasBegun;
    private Duration pause = FIRST_PAUSE;

    /** Hears what is followed. */
    interface Listener {

        /** The stream has begun: what happens from now on is told. */
        void begun();

        /** Something happened. */
        void happened(ServerEvent event);

        /** Whether anybody still takes what is told. */
        boolean isHeard();

        /** The connection is lost or there again, for a person. */
        void said(String line);
    }

    Following(ApiClient client, ApiPath path, Listener listener) {
        this.client = client;
        this.path = path;
        this.listener = listener;
    }

    /**
     * Follows until the life is over, or nobody hears any more.
     *
     * @throws ProblemException when the service refuses
     * @throws UnreachableException when the very first connection fails
     */
    void run(Lifetime lifetime) throws InterruptedException {
        while (!lifetime.isOver()) {
            String why = follow();
            if (!listener.isHeard()) {
                return;
            }
            listener.said("The stream was lost: " + why + " Trying again in " + seconds(pause) + ".");
            if (lifetime.await(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Follows one connection to its end, and says why that came. */
    private String follow() {
        try (ServerEvents events = client.follow(path, lastEventId)) {
            tellBeginning();
            read(events, listener::happened);
            return "the service ended it.";
        } catch (UnreachableException e) {
            return reason(e);
        } catch (ProblemException e) {
            if (!e.isOutage() || !hasBegun) {
                throw e;
            }
            return String.valueOf(e.getMessage());
        }
    }

    private String reason(UnreachableException e) {
        if (!hasBegun) {
            throw e;
        }
        return String.valueOf(e.getMessage());
    }

    private void tellBeginning() {
        if (hasBegun) {
            listener.said("Following again.");
        } else {
            hasBegun = true;
            listener.begun();
        }
    }

    private void read(ServerEvents events, Consumer<ServerEvent> sink) {
        try {
            while (listener.isHeard()) {
                Optional<ServerEvent> event = events.next();
                if (event.isEmpty()) {
                    return;
                }
                lastEventId = events.lastEventId();
                pause = FIRST_PAUSE;
                sink.accept(event.get());
            }
        } finally {
            lastEventId = events.lastEventId();
        }
    }

    private static String seconds(Duration pause) {
        return pause.toMillis() < 1_000 ? "half a second" : pause.toSeconds() + " s";
    }
}
