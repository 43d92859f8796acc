package vorsprung.app.doctor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import vorsprung.topic.EventType;

/** Is there a processor, and how far behind is it? */
final class GroupCheck {
    static final String NAME = "processor";

    private static final long MUCH = 10_000;

    private final Admin admin;
    private final String group;

    GroupCheck(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    Finding finding() throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        if (committed.values().stream().noneMatch(Objects::nonNull)) {
            return Finding.warning(
                    NAME,
                    "no processor of group " + group + " has committed anything",
                    "start one, or name its application.id with --group");
        }
        long lag = lag(committed);
        return lag > MUCH
                ? Finding.warning(NAME, group + " is " + lag + " records behind", "wait, or start more instances")
                : Finding.ok(NAME, group + " is " + lag + " records behind");
    }

    /** A group speaks the streams protocol or the classic one. */
    private Map<TopicPartition, OffsetAndMetadata> committed() throws InterruptedException {
        try {
            return Answers.of(admin.listStreamsGroupOffsets(Map.of(group, new ListStreamsGroupOffsetsSpec()))
                    .partitionsToOffsetAndMetadata(group));
        } catch (GroupIdNotFoundException | UnsupportedVersionException e) {
            return ofClassicGroup();
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> ofClassicGroup() throws InterruptedException {
        try {
            return Answers.of(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        } catch (GroupIdNotFoundException e) {
            return Map.of();
        }
    }

    private long lag(Map<TopicPartition, OffsetAndMetadata> committed) throws InterruptedException {
        List<String> topics =
                Arrays.stream(EventType.values()).map(EventType::topic).toList();
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        committed.keySet().stream()
                .filter(partition -> topics.contains(partition.topic()))
                .forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        long lag = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                Answers.of(admin.listOffsets(asked).all()).entrySet()) {
            OffsetAndMetadata done = committed.get(end.getKey());
            lag += Math.max(0, end.getValue().offset() - (done == null ? 0 : done.offset()));
        }
        return lag;
    }
}
