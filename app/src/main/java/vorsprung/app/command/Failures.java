package vorsprung.app.command;

import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vorsprung.app.client.BadAddressException;
import vorsprung.app.client.ProblemException;
import vorsprung.app.client.UnreachableException;
import vorsprung.app.table.SafeText;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.wire.SchemaRegistryException;

/** Turns what a command throws into a message for a person and an exit code; {@code --verbose} adds the stack trace. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        Optional<AuthorizationException> refusal = refusal(failure);
        err.println(
                "vorsprung: " + SafeText.lines(refusal.map(Failures::forbidden).orElseGet(() -> message(failure))));
        if (isVerbose(command)) {
            failure.printStackTrace(err);
        }
        err.flush();
        return refusal.isPresent() ? Exit.FAILED : exitCode(failure);
    }

    private static String message(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "There is no file " + failure.getMessage();
        }
        String message = Optional.ofNullable(failure.getMessage())
                .filter(text -> !text.isBlank())
                .orElse(failure.getClass().getSimpleName());
        return isForPeople(failure)
                ? message
                : message + " (" + failure.getClass().getSimpleName() + ")";
    }

    private static String forbidden(AuthorizationException refusal) {
        return "This user of Kafka may not do that: " + refusal.getMessage()
                + "; docs/acls.sh gives the rights it needs";
    }

    /** What Kafka forbids is not away, whatever it was taken for on its way here. */
    private static Optional<AuthorizationException> refusal(Exception failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(AuthorizationException.class::isInstance)
                .map(AuthorizationException.class::cast)
                .findFirst();
    }

    /** Our own exceptions say all there is to say; of others the class helps to look it up. */
    private static boolean isForPeople(Exception failure) {
        return failure.getClass().getName().startsWith("vorsprung.");
    }

    private static int exitCode(Exception failure) {
        if (isOutage(failure)) {
            return Exit.UNREACHABLE;
        }
        if (failure instanceof BadAddressException) {
            return Exit.USAGE;
        }
        if (failure instanceof NotFoundException) {
            return Exit.NOTHING_FOUND;
        }
        if (failure instanceof ProblemException problem) {
            return exitCode(problem);
        }
        return Exit.FAILED;
    }

    private static boolean isOutage(Exception failure) {
        return failure instanceof UnreachableException
                || failure instanceof KafkaAwayException
                || failure instanceof KafkaUnavailableException
                || failure instanceof TimeoutException
                || (failure instanceof SchemaRegistryException registry && registry.isTransient());
    }

    private static int exitCode(ProblemException problem) {
        if (problem.isNotFound()) {
            return Exit.NOTHING_FOUND;
        }
        return problem.isOutage() ? Exit.UNREACHABLE : Exit.FAILED;
    }

    private static boolean isVerbose(CommandLine command) {
        return command.getCommandSpec().root().userObject() instanceof Program program && program.isVerbose();
    }
}
