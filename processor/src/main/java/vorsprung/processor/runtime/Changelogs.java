package vorsprung.processor.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The changelogs of an application. One that was deleted is made anew by the brokers, empty, while the group reads on
 * behind what it has read: what was kept would be gone, and nobody told.
 *
 * <p>Which ones there were is known from the brokers, which remember the topology of a group of the streams protocol. A
 * store that the group never had lacks nothing; nor does a group of which nothing is remembered, as one of the classic
 * protocol.
 */
public final class Changelogs {
    private static final Logger LOG = LoggerFactory.getLogger(Changelogs.class);

    private final Map<String, Object> clientSettings;
    private final String applicationId;
    private final Set<String> names;

    /** Of this application, which keeps these stores. */
    public Changelogs(Map<String, Object> clientSettings, String applicationId, Collection<String> stores) {
        this.clientSettings = Map.copyOf(clientSettings);
        this.applicationId = applicationId;
        this.names = stores.stream()
                .map(store -> applicationId + "-" + store + "-changelog")
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Looks whether what the group has read is still kept. Where the brokers do not say, it warns and goes on.
     *
     * @throws IllegalStateException if the group has read events and a changelog that it had does not exist; the message
     *     says what to do
     */
    public void refuseWhenLost() {
        Set<String> lost = Set.of();
        try (Admin admin = Admin.create(new HashMap<>(clientSettings))) {
            // In this order: a group that starts just now reads only after it has all of its changelogs.
            if (hasRead(admin)) {
                lost = missing(admin, had(admin));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the changelogs were looked up", e);
        } catch (ExecutionException e) {
            LOG.warn("Whether all changelogs of {} exist is unknown: {}", applicationId, String.valueOf(e.getCause()));
        }
        if (!lost.isEmpty()) {
            throw new IllegalStateException("the changelogs " + String.join(", ", lost) + " do not exist, although "
                    + applicationId + " has read events before: what they kept is lost. Stop all instances, delete"
                    + " their state and start one with --rebuild all, which computes everything anew from the events");
        }
    }

    private boolean hasRead(Admin admin) throws ExecutionException, InterruptedException {
        return get(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata(), Map.of())
                .values()
                .stream()
                .filter(Objects::nonNull)
                .anyMatch(offset -> offset.offset() > 0);
    }

    /** Those of ours that the group had when it ran last. */
    private Set<String> had(Admin admin) throws ExecutionException, InterruptedException {
        return get(admin.describeStreamsGroups(List.of(applicationId)).all(), Map.of()).values().stream()
                .flatMap(group -> group.subtopologies().stream())
                .flatMap(part -> part.stateChangelogTopics().keySet().stream())
                .filter(names::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> missing(Admin admin, Set<String> topics)
            throws ExecutionException, InterruptedException {
        Set<String> missing = new TreeSet<>();
        for (var topic : admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                topic.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                missing.add(topic.getKey());
            }
        }
        return missing;
    }

    private static <T> T get(KafkaFuture<T> future, T withoutGroup) throws ExecutionException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return withoutGroup;
            }
            throw e;
        }
    }
}
