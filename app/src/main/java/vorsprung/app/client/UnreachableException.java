package vorsprung.app.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;

/** A service did not answer, or what answered is not it. The message says how to start one or name another. */
public final class UnreachableException extends RuntimeException {

    private UnreachableException(String message) {
        super(message);
    }

    private UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }

    static UnreachableException of(Endpoint endpoint, IOException cause) {
        return new UnreachableException(
                "Cannot reach the " + endpoint + ": " + reason(cause) + ". " + way(endpoint.service()), cause);
    }

    static UnreachableException notJson(Endpoint endpoint, int status) {
        return new UnreachableException(
                "What answered as the " + endpoint + " (status " + status + ") is not Vorsprung: no JSON came back. Is "
                        + endpoint.service().option() + " right?");
    }

    private static String reason(IOException cause) {
        if (cause instanceof HttpTimeoutException || cause instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return "nothing listens there, or the name is unknown";
        }
        return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    }

    private static String way(Service service) {
        return "Start one with `./vorsprung demo`, or name another address with " + service.option() + " or "
                + service.variable() + ".";
    }
}
