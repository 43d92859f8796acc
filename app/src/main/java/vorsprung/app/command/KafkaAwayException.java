package vorsprung.app.command;

/** No Kafka answers where one was expected; the message says how to name another. */
final class KafkaAwayException extends RuntimeException {

    KafkaAwayException(String servers, Throwable cause) {
        super(
                "Kafka does not answer at " + servers + ". Start one with `./vorsprung local`, or name another with"
                        + " --bootstrap.",
                cause);
    }
}
