package vorsprung.wire;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;

/** Which record each of Vorsprung's topics holds. */
final class TopicRecords {
    private static final Map<String, String> NAMES = Topics.all().stream()
            .filter(topic -> topic.schema() != null)
            .collect(Collectors.toUnmodifiableMap(
                    Topic::name, topic -> Objects.requireNonNull(topic.schema()).getFullName()));

    private TopicRecords() {}

    /** Full name of the records on the topic; absent when the topic is not ours, and so may hold any. */
    static @Nullable String on(String topic) {
        return NAMES.get(topic);
    }
}
