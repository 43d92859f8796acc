package vorsprung.provision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;

/** What is asked of a Kafka cluster here. Every method throws Kafka's own exceptions when it is away or refuses. */
interface Cluster {

    /** Creates those topics that are not there, and gives their names. */
    Set<String> create(List<NewTopic> topics);

    /** Those of the named topics that are there. */
    Map<String, ExistingTopic> find(Collection<String> names);
}
