package vorsprung.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether ports are free before anything is started: a person should not wait for that message. */
final class LoopbackPorts {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private LoopbackPorts() {}

    /**
     * Looks whether a server will find its port free.
     *
     * @throws PortInUseException naming server, port and option when it will not
     */
    static void check(String server, int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
        } catch (BindException e) {
            throw new PortInUseException(server, port, option, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a socket on port " + port, e);
        }
    }
}
