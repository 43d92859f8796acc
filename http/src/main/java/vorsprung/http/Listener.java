package vorsprung.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listening socket, bound before the server starts, so that a taken port is told plainly and first. */
public final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    /** A connection that sends nothing for so long is closed. */
    private static final long IDLE_MS = 30_000;

    /** While stopping, a kept-alive connection without a request is closed after so long. */
    private static final long IDLE_WHILE_STOPPING_MS = 50;

    private final HttpSettings settings;
    private final Optional<Tls> tls;
    private @Nullable ServerSocketChannel channel;

    /** Where the settings say; not bound yet. */
    public Listener(HttpSettings settings) {
        this.settings = settings;
        this.tls = settings.tls().map(Tls::new);
    }

    /** The certificate in use. */
    Optional<Tls> tls() {
        return tls;
    }

    /** How what listens here is spoken to: http or https. */
    public String scheme() {
        return settings.scheme();
    }

    HttpSettings settings() {
        return settings;
    }

    /**
     * Binds the port unless it is bound already, so that its number is known before anything answers there.
     *
     * @return the port, which the system chose when 0 was asked for
     * @throws PortTakenException when the port cannot be bound
     */
    public int bind() {
        if (channel == null) {
            open();
        }
        return Objects.requireNonNull(channel).socket().getLocalPort();
    }

    private void open() {
        try {
            ServerSocketChannel opened = ServerSocketChannel.open();
            channel = opened;
            opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            opened.bind(address());
        } catch (BindException e) {
            close();
            throw new PortTakenException(settings, e);
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    private InetSocketAddress address() {
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("No such host: \"" + settings.host() + "\"");
        }
        return address;
    }

    /** The connector on the bound socket. */
    ServerConnector connect(Server server, HttpConfiguration http) {
        ServerConnector connector = connector(server, http);
        connector.setIdleTimeout(IDLE_MS);
        connector.setShutdownIdleTimeout(IDLE_WHILE_STOPPING_MS);
        if (channel != null) {
            open(connector, channel);
        }
        return connector;
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        if (tls.isEmpty()) {
            return new ServerConnector(server, new HttpConnectionFactory(http));
        }
        // Names are the client's to check; the server has one certificate for all.
        http.addCustomizer(new SecureRequestCustomizer(false));
        tls.get().start();
        return new ServerConnector(server, tls.get().context(), new HttpConnectionFactory(http));
    }

    private static void open(ServerConnector connector, ServerSocketChannel bound) {
        try {
            connector.open(bound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        tls.ifPresent(Tls::close);
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.warn("Port {} could not be closed", settings.port(), e);
        }
    }
}
