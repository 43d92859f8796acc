package vorsprung.processor.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * The changelogs of an application. A missing one is made anew by the brokers, empty, while the group reads on behind
 * what it has read: what was kept would be gone, and nobody told.
 */
public final class Changelogs {
    private final Map<String, Object> clientSettings;
    private final String applicationId;
    private final Collection<String> stores;

    /** Of this application, which keeps these stores. */
    public Changelogs(Map<String, Object> clientSettings, String applicationId, Collection<String> stores) {
        this.clientSettings = Map.copyOf(clientSettings);
        this.applicationId = applicationId;
        this.stores = Set.copyOf(stores);
    }

    /**
     * Looks whether what the group has read is still kept.
     *
     * @throws IllegalStateException if the group has read events and a changelog is missing; the message says what to do
     */
    public void refuseWhenLost() {
        try (Admin admin = Admin.create(new HashMap<>(clientSettings))) {
            Set<String> missing = new TreeSet<>();
            stores.forEach(store -> missing.add(applicationId + "-" + store + "-changelog"));
            missing.removeAll(get(admin.listTopics().names(), Set.of()));
            if (!missing.isEmpty() && hasRead(admin)) {
                throw new IllegalStateException("the changelogs " + String.join(", ", missing)
                        + " do not exist, although " + applicationId
                        + " has read events before: what they kept is lost."
                        + " Stop all instances, delete their state and start one with --rebuild all, which computes"
                        + " everything anew from the events");
            }
        }
    }

    private boolean hasRead(Admin admin) {
        Map<TopicPartition, OffsetAndMetadata> read =
                get(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata(), Map.of());
        return read.values().stream().filter(Objects::nonNull).anyMatch(offset -> offset.offset() > 0);
    }

    private static <T> T get(KafkaFuture<T> future, T withoutGroup) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the changelogs were looked up", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return withoutGroup;
            }
            throw new IllegalStateException("Kafka cannot be asked for its topics: " + e.getCause(), e);
        }
    }
}
