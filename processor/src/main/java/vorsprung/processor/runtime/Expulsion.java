package vorsprung.processor.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.FencedMemberEpochException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.jspecify.annotations.Nullable;

/**
 * That the brokers took a stream thread for gone, and gave to others what it processed. Kafka Streams joins again by
 * itself where it learns of it by a heartbeat or a commit; where it learns of it by asking for committed offsets, as a
 * task does that was restored, the thread dies of the answer. Nor does it always join again where it tries to: Kafka 4.4.0
 * was seen to ask for records right after it had found itself fenced, and to die of having no subscription, which a
 * stream thread has at any other time.
 */
final class Expulsion {
    private static final List<Class<? extends RuntimeException>> SIGNS = List.of(
            UnknownMemberIdException.class,
            FencedMemberEpochException.class,
            StaleMemberEpochException.class,
            ProducerFencedException.class,
            InvalidProducerEpochException.class,
            TaskMigratedException.class);

    /** As Kafka's consumer says it; there is no class for it. */
    private static final String UNSUBSCRIBED = "Consumer is not subscribed to any topics or assigned any partitions";

    private Expulsion() {}

    /** What tells of it in what was thrown: that itself, or what caused it. */
    static Optional<Throwable> in(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(each -> SIGNS.stream().anyMatch(sign -> sign.isInstance(each)) || isUnsubscribed(each))
                .findFirst();
    }

    private static boolean isUnsubscribed(Throwable thrown) {
        return thrown instanceof IllegalStateException && UNSUBSCRIBED.equals(thrown.getMessage());
    }
}
