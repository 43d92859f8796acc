package vorsprung.http;

/** The port cannot be bound, mostly because another process listens there. */
public final class PortTakenException extends RuntimeException {
    PortTakenException(HttpSettings settings, Throwable cause) {
        super(
                "Port " + settings.port() + " on " + settings.host() + " is taken; choose another one with "
                        + settings.portOption() + " (0 picks a free one)",
                cause);
    }
}
