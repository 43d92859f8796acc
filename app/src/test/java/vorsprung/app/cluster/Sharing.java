package vorsprung.app.cluster;

import static vorsprung.app.cluster.Funding.PATIENCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;
import vorsprung.topic.Topics;

/** How two instances share the partitions, as their status tells it. */
final class Sharing {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sharing() {}

    /** Both have partitions of their own. */
    static void awaitShared(Instance asked) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            int sharing = 0;
            for (JsonNode instance :
                    JSON.readTree(asked.ask("/v1/status").body()).get("instances")) {
                sharing += instance.path("activePartitions").intValue() > 0 ? 1 : 0;
            }
            return sharing == 2;
        });
    }

    /** It holds all that is asked for, as the one that processes it or as a copy. */
    static void awaitCopies(Instance holder) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            int whole = 0;
            for (JsonNode store : JSON.readTree(holder.ask("/v1/status").body()).get("stores")) {
                boolean holds = store.get("instance").textValue().equals(holder.address())
                        && store.get("store").textValue().equals("timelines-by-company");
                whole += holds && store.get("lag").longValue() <= 1 ? 1 : 0;
            }
            return whole == Topics.DEFAULT_PARTITIONS;
        });
    }
}
