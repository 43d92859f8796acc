package vorsprung.ingest.publish;

import java.util.Map;

/** Texts by key that outlive the process. */
public interface TextStore {

    /**
     * The texts whose keys start so, as they are now.
     *
     * @throws KafkaUnavailableException when they cannot be read in time
     */
    Map<String, String> load(String prefix);

    /**
     * Keeps the texts under their keys and waits until they are safe.
     *
     * @throws KafkaUnavailableException when they may not be
     */
    void put(Map<String, String> texts);
}
