package vorsprung.processor.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throws away what an application computed, so that its next start computes it anew from the event topics: its
 * changelogs, and how far it had read. The event topics, which are the truth, are not touched; nor is what it published.
 */
public final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final List<String> INTERNAL = List.of("-changelog", "-repartition");
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long BETWEEN_LOOKS_NANOS = 100_000_000L;

    private final Map<String, Object> clientSettings;
    private final String applicationId;
    private final boolean streamsProtocol;

    /** Of this application, whose group uses the streams protocol or the classic one. */
    public Rebuild(Map<String, Object> clientSettings, String applicationId, boolean streamsProtocol) {
        this.clientSettings = Map.copyOf(clientSettings);
        this.applicationId = applicationId;
        this.streamsProtocol = streamsProtocol;
    }

    /**
     * Deletes internal topics and the group.
     *
     * @throws IllegalStateException if an instance is a member of the group: then nothing is deleted
     */
    public void dropInternalTopics() {
        try (Admin admin = Admin.create(new HashMap<>(clientSettings))) {
            refuseWhileAnybodyRuns(admin);
            Set<String> internal = internalTopics(admin);
            deleteGroup(admin);
            get(admin.deleteTopics(internal).all());
            awaitGone(admin, internal);
            LOG.info("Dropped group {} and its topics {}", applicationId, internal);
        }
    }

    private void refuseWhileAnybodyRuns(Admin admin) {
        List<String> group = List.of(applicationId);
        Collection<String> members = streamsProtocol
                ? members(admin.describeStreamsGroups(group).all(), Rebuild::streamsMembers)
                : members(admin.describeConsumerGroups(group).all(), Rebuild::consumers);
        if (!members.isEmpty()) {
            throw new IllegalStateException("instances of " + applicationId + " still run, or died less than a session"
                    + " timeout ago: " + String.join(", ", members) + "; stop all of them, then rebuild");
        }
    }

    private static Collection<String> streamsMembers(Map<String, StreamsGroupDescription> groups) {
        return groups.values().stream()
                .flatMap(group -> group.members().stream())
                .map(member -> member.clientId() + " on " + member.clientHost())
                .toList();
    }

    private static Collection<String> consumers(Map<String, ConsumerGroupDescription> groups) {
        return groups.values().stream()
                .flatMap(group -> group.members().stream())
                .map(member -> member.clientId() + " on " + member.host())
                .toList();
    }

    private static <G> Collection<String> members(KafkaFuture<G> groups, Function<G, Collection<String>> members) {
        try {
            return members.apply(groups.get());
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw failed(e);
        }
    }

    private Set<String> internalTopics(Admin admin) {
        Set<String> names = get(admin.listTopics().names());
        return names.stream()
                .filter(name -> name.startsWith(applicationId + "-"))
                .filter(name -> INTERNAL.stream().anyMatch(name::endsWith))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void deleteGroup(Admin admin) {
        List<String> group = List.of(applicationId);
        KafkaFuture<Void> deleted = streamsProtocol
                ? admin.deleteStreamsGroups(group).all()
                : admin.deleteConsumerGroups(group).all();
        try {
            deleted.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw failed(e);
            }
        }
    }

    /** Brokers delete a topic some time after they said so; a start before that would find it. */
    private static void awaitGone(Admin admin, Set<String> topics) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!areGone(admin, topics)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the brokers have not deleted " + topics + " after a minute");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private static boolean areGone(Admin admin, Set<String> topics) {
        return admin.describeTopics(topics).topicNameValues().values().stream().allMatch(described -> {
            try {
                described.get();
                return false;
            } catch (InterruptedException e) {
                throw interrupted(e);
            } catch (ExecutionException e) {
                return e.getCause() instanceof UnknownTopicOrPartitionException;
            }
        });
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while the application was taken apart", e);
    }

    private static IllegalStateException failed(ExecutionException e) {
        return new IllegalStateException("Kafka does not let the application be rebuilt: " + e.getCause(), e);
    }
}
