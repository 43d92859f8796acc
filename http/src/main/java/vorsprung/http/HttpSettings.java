package vorsprung.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Where and how a server listens.
 *
 * @param host address to bind, such as {@code 127.0.0.1}
 * @param port TCP port; 0 picks a free one
 * @param portOption what a person changes to move the port, such as {@code --port}; named when the port is taken
 * @param maxBodyBytes most bytes of a request body, after decompression too
 * @param stopTimeout how long a stop waits for requests under way
 * @param tls certificate to speak HTTPS with; absent for plain HTTP
 */
public record HttpSettings(
        String host, int port, String portOption, int maxBodyBytes, Duration stopTimeout, Optional<TlsFiles> tls) {
    /** Loopback only. */
    public static final String LOOPBACK = "127.0.0.1";

    /** 1 MiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 1 << 20;

    /** Two seconds. */
    public static final Duration DEFAULT_STOP_TIMEOUT = Duration.ofSeconds(2);

    public HttpSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(portOption + ": a port is 0 to 65535, found " + port);
        }
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("at least one byte of body must be allowed, found " + maxBodyBytes);
        }
    }

    /** For plain HTTP. */
    public HttpSettings(String host, int port, String portOption, int maxBodyBytes, Duration stopTimeout) {
        this(host, port, portOption, maxBodyBytes, stopTimeout, Optional.empty());
    }

    /** On loopback with the default limits. */
    public static HttpSettings loopback(int port, String portOption) {
        return new HttpSettings(LOOPBACK, port, portOption, DEFAULT_MAX_BODY_BYTES, DEFAULT_STOP_TIMEOUT);
    }

    /** The same, bound to another address. */
    public HttpSettings on(String otherHost) {
        return new HttpSettings(otherHost, port, portOption, maxBodyBytes, stopTimeout, tls);
    }

    /** The same, with this certificate if there is one. */
    public HttpSettings with(Optional<TlsFiles> certificate) {
        return new HttpSettings(host, port, portOption, maxBodyBytes, stopTimeout, certificate);
    }

    /** How an address of the server begins. */
    public String scheme() {
        return tls.isPresent() ? "https" : "http";
    }
}
