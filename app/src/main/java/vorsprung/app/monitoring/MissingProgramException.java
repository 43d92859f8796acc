package vorsprung.app.monitoring;

import java.util.List;

/** A program that is wanted is not on this machine; the message says how to get it. */
public final class MissingProgramException extends RuntimeException {

    MissingProgramException(String name, List<String> commands) {
        super(name + " is not on the PATH (looked for " + String.join(", ", commands)
                + "). Install it (on Debian: apt-get install prometheus prometheus-alertmanager), or start without"
                + " --prometheus.");
    }
}
