package vorsprung.provision;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;

/** A cluster in memory, whose brokers may be slow to learn of new topics. */
final class ClusterFake implements Cluster {
    private final Map<String, ExistingTopic> topics = new HashMap<>();
    private final Map<String, NewTopic> created = new HashMap<>();
    private int looksUntilSeen;

    void holds(String name, ExistingTopic topic) {
        topics.put(name, topic);
    }

    void showsTopicsOnlyAfter(int looks) {
        looksUntilSeen = looks;
    }

    NewTopic created(String name) {
        NewTopic topic = created.get(name);
        if (topic == null) {
            throw new AssertionError(name + " was not created, but " + created.keySet());
        }
        return topic;
    }

    int creations() {
        return created.size();
    }

    @Override
    public Set<String> create(List<NewTopic> wanted) {
        Set<String> names = new HashSet<>();
        for (NewTopic topic : wanted) {
            if (!topics.containsKey(topic.name())) {
                created.put(topic.name(), topic);
                topics.put(topic.name(), new ExistingTopic(topic.numPartitions(), topic.configs()));
                names.add(topic.name());
            }
        }
        return names;
    }

    @Override
    public Map<String, ExistingTopic> find(Collection<String> names) {
        if (looksUntilSeen-- > 0) {
            return Map.of();
        }
        Map<String, ExistingTopic> found = new HashMap<>(topics);
        found.keySet().retainAll(names);
        return found;
    }
}
