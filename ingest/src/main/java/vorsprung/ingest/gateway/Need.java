package vorsprung.ingest.gateway;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something without which the gateway cannot publish all that it may be sent.
 *
 * @param what one word for it
 * @param missing why it is missing, in a sentence; empty while it is there
 */
public record Need(String what, Supplier<Optional<String>> missing) {}
