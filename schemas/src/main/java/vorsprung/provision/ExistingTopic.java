package vorsprung.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic as it is on the cluster.
 *
 * @param partitions how many it has
 * @param settings all its settings under Kafka's names, defaults included
 */
record ExistingTopic(int partitions, Map<String, String> settings) {
    ExistingTopic {
        settings = Map.copyOf(settings);
    }

    /** How it differs from the plan, in words: in partitions, and in each setting that the plan names. */
    List<String> differences(int plannedPartitions, Map<String, String> plannedSettings) {
        List<String> differences = new ArrayList<>();
        if (partitions != plannedPartitions) {
            differences.add("partitions are " + partitions + ", planned are " + plannedPartitions);
        }
        new TreeMap<>(plannedSettings).forEach((name, planned) -> {
            String found = settings.getOrDefault(name, "unknown");
            if (!found.equals(planned)) {
                differences.add(name + " is " + found + ", planned is " + planned);
            }
        });
        return differences;
    }
}
