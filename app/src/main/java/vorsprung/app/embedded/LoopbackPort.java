package vorsprung.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface, the only one an embedded server listens on. */
public final class LoopbackPort {

    /** The loopback address as every listener and URL spells it; a name could mean IPv6 to one and IPv4 to another. */
    public static final String HOST = "127.0.0.1";

    private static final byte[] ADDRESS = {127, 0, 0, 1};
    private static final int ANY = 0;

    /** Systems give outgoing connections greater ones, so that what is free here is likely to stay so until it is used. */
    private static final int LEAST_FREE = 10_000;

    private static final int BEYOND_FREE = 32_768;
    private static final int TRIES = 100;

    private LoopbackPort() {}

    /**
     * The port asked for, or a free one for 0.
     *
     * @throws StartException if something listens on the port asked for; names the server and the option
     */
    public static int choose(int asked, String server, String option) {
        try {
            return asked == ANY ? unasked() : probe(asked);
        } catch (BindException taken) {
            throw new StartException(
                    server + " cannot listen on port " + asked + " of " + HOST
                            + ": another program does. Stop it, or choose another port with " + option
                            + " (0: a free one).",
                    taken);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a socket on " + HOST, e);
        }
    }

    /** A port nobody listens on at the moment. */
    static int free(String server) {
        return choose(ANY, server, "");
    }

    /** A port that is likely to be free for some seconds; any free one if none is found. */
    private static int unasked() throws IOException {
        OptionalInt quiet = ThreadLocalRandom.current()
                .ints(TRIES, LEAST_FREE, BEYOND_FREE)
                .filter(LoopbackPort::isFree)
                .findFirst();
        return quiet.isPresent() ? quiet.getAsInt() : probe(ANY);
    }

    private static boolean isFree(int port) {
        try {
            return probe(port) == port;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int probe(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port));
            return socket.getLocalPort();
        }
    }
}
