package vorsprung.ingest.publish;

import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import vorsprung.wire.SchemaRegistryException;

/** Sorts what a Kafka producer throws into our own exceptions. */
final class Failures {
    private Failures() {}

    static RuntimeException of(Throwable failure) {
        if (failure instanceof InterruptException) {
            Thread.currentThread().interrupt();
        }
        Throwable told =
                failure.getClass() == org.apache.kafka.common.KafkaException.class && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (told instanceof RecordTooLargeException) {
            return new EventTooLargeException("the event is larger than Kafka takes: " + told.getMessage(), failure);
        }
        boolean registry = told instanceof SchemaRegistryException || told instanceof SerializationException;
        String who = registry ? "the schema registry" : "Kafka";
        return new KafkaUnavailableException(who + " did not take the event: " + told.getMessage(), failure);
    }

    /** Whether the producer that threw this is of no more use: every later call would fail as well. */
    static boolean isFatal(Throwable failure) {
        return failure instanceof ApplicationRecoverableException
                || failure instanceof AuthenticationException
                || failure instanceof AuthorizationException
                || failure instanceof UnsupportedVersionException
                || failure instanceof IllegalStateException
                || (failure.getCause() != null && isFatal(failure.getCause()));
    }
}
