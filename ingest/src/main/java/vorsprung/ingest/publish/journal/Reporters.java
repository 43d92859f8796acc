package vorsprung.ingest.publish.journal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vorsprung.ingest.publish.Companion;
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

    /**
     * What is to be written with these reports: who reports each fact of which that is not known yet.
     *
     * @param at wall clock
     */
    List<Companion> unknown(List<Report> reports, Instant at);
}
