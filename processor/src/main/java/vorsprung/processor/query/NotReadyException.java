package vorsprung.processor.query;

import java.util.List;
import java.util.stream.Collectors;

/** Partitions that the question needs cannot be asked now; the message says which, and why. */
public final class NotReadyException extends RuntimeException {
    // Answered on the thread that throws it, never serialized.
    private final transient List<Missing> missing;

    public NotReadyException(List<Missing> missing) {
        super(missing.stream().map(Missing::toString).collect(Collectors.joining("; ")));
        this.missing = List.copyOf(missing);
    }

    public NotReadyException(String store, int partition, String reason) {
        this(List.of(new Missing(store, partition, reason)));
    }

    /** Every partition that is missing. */
    public List<Missing> missing() {
        return missing;
    }
}
