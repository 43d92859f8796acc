package vorsprung.app.demo;

/** Another program listens where a server wants to; the message says how to move it. */
public final class PortInUseException extends RuntimeException {

    PortInUseException(String server, int port, String option, Throwable cause) {
        super(
                server + " cannot listen on port " + port + " of 127.0.0.1: another program does. Stop it, or choose"
                        + " another port with " + option + " (0: a free one).",
                cause);
    }
}
