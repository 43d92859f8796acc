package vorsprung.ingest.publish.journal;

import java.util.Set;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Report;

/** Which sources have reported which fact, through any gateway or import. */
public interface Reporters {
    /** Stands for reports without a source. */
    String WITHOUT_SOURCE = "";

    /**
     * Waits until everything is known that was published before this call.
     *
     * @throws KafkaUnavailableException when that takes too long, or the topic has not been read to its end since the start
     */
    void catchUp();

    /** The sources that have reported the fact of this report; empty when none is known. */
    Set<String> of(Report report);
}
