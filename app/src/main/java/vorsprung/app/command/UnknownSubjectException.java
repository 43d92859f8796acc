package vorsprung.app.command;

import java.util.Optional;

/** Nothing is known of a company, benchmark or model of this id, at the time that was asked about. */
final class UnknownSubjectException extends RuntimeException {

    UnknownSubjectException(SubjectChoice.Kind kind, String id, Optional<String> near) {
        super("No " + kind.label() + " \"" + id + "\" is known at that time; \"vorsprung " + kind.listingCommand()
                + "\" lists those that are."
                + near.map(name -> "\nDid you mean " + name + "?").orElse(""));
    }
}
