package vorsprung.processor.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a new version with another topology go on where the old one stopped. With the streams protocol the brokers keep a
 * group's topology and refuse any other ("Topology updates are not supported yet"), even when nobody is a member any
 * more. So the group is made anew, at the offsets that it had read to.
 *
 * <p>Cut off in between, the group has lost its offsets and reads all events again: each report is then one that is known
 * already, and changes nothing.
 */
public final class TopologyUpdate {
    private static final Logger LOG = LoggerFactory.getLogger(TopologyUpdate.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long BETWEEN_LOOKS_NANOS = 200_000_000L;

    private final Map<String, Object> clientSettings;
    private final String group;

    /** For a group of the streams protocol, which is the application's id. */
    public TopologyUpdate(Map<String, Object> clientSettings, String group) {
        this.clientSettings = Map.copyOf(clientSettings);
        this.group = group;
    }

    /** A part of a topology as both the brokers and a client know it. */
    private record Part(String id, Set<String> sources, Set<String> changelogs) {}

    /**
     * Makes the group one that takes this topology; does nothing when it is one.
     *
     * @throws IllegalStateException if instances with another topology run; the message says what to do
     */
    public void prepare(Topology topology) {
        try (Admin admin = Admin.create(new HashMap<>(clientSettings))) {
            Optional<StreamsGroupDescription> known = described(admin);
            if (known.isPresent() && !parts(known.get()).equals(parts(topology.describe()))) {
                awaitNobody(admin);
                makeAnew(admin);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the group was looked up", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "group " + group + " cannot be given the topology of this version: " + e.getCause(), e);
        }
    }

    private Optional<StreamsGroupDescription> described(Admin admin) throws ExecutionException, InterruptedException {
        try {
            return Optional.ofNullable(
                    admin.describeStreamsGroups(List.of(group)).all().get().get(group));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Who was killed counts as a member until its session ends. */
    private void awaitNobody(Admin admin) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Collection<?> members = members(admin);
        while (!members.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        members.size() + " instances of " + group + " run a version with another"
                                + " topology, or died less than a session timeout ago, and a group has one topology;"
                                + " stop all of them, then start this version");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            members = members(admin);
        }
    }

    private Collection<?> members(Admin admin) throws ExecutionException, InterruptedException {
        return described(admin)
                .<Collection<?>>map(StreamsGroupDescription::members)
                .orElse(List.of());
    }

    private void makeAnew(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                new HashMap<>(admin.listStreamsGroupOffsets(Map.of(group, new ListStreamsGroupOffsetsSpec()))
                        .partitionsToOffsetAndMetadata(group)
                        .get());
        offsets.values().removeIf(Objects::isNull);
        admin.deleteStreamsGroups(List.of(group)).all().get();
        if (!offsets.isEmpty()) {
            admin.alterStreamsGroupOffsets(group, offsets).all().get();
        }
        LOG.info(
                "This version has another topology: made group {} anew, at the offsets that it had: {}",
                group,
                offsets);
    }

    private static Set<Part> parts(StreamsGroupDescription known) {
        return known.subtopologies().stream()
                .map(part -> new Part(
                        part.subtopologyId(),
                        new HashSet<>(part.sourceTopics()),
                        part.stateChangelogTopics().keySet()))
                .collect(Collectors.toSet());
    }

    private Set<Part> parts(TopologyDescription ours) {
        return ours.subtopologies().stream().map(this::part).collect(Collectors.toSet());
    }

    private Part part(TopologyDescription.Subtopology part) {
        Set<String> sources = new HashSet<>();
        Set<String> changelogs = new HashSet<>();
        for (TopologyDescription.Node node : part.nodes()) {
            if (node instanceof TopologyDescription.Source source) {
                sources.addAll(source.topicSet());
            }
            if (node instanceof TopologyDescription.Processor processor) {
                processor.stores().forEach(store -> changelogs.add(group + "-" + store + "-changelog"));
            }
        }
        return new Part(String.valueOf(part.id()), sources, changelogs);
    }
}
