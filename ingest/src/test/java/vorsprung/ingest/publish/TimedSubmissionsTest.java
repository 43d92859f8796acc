package vorsprung.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class TimedSubmissionsTest {
    private static final Submission NOTHING = new Submission(List.of(), List.of(), Optional.empty());

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void whatKafkaAcknowledgesIsTimedABatchOnce() {
        Submissions submissions = new TimedSubmissions(new Answering(List::of), registry);

        submissions.reserve(producer -> producer.write(NOTHING));

        assertThat(count("acknowledged")).isEqualTo(1);
        assertThat(count("failed")).isZero();
    }

    @Test
    void whatFailsIsTimedApart() {
        Submissions submissions = new TimedSubmissions(
                new Answering(() -> {
                    throw new KafkaUnavailableException("away");
                }),
                registry);

        assertThatThrownBy(() -> submissions.reserve(producer -> producer.write(NOTHING)))
                .isInstanceOf(KafkaUnavailableException.class);

        assertThat(count("failed")).isEqualTo(1);
        assertThat(count("acknowledged")).isZero();
    }

    private long count(String outcome) {
        return registry.get("vorsprung.publish").tag("outcome", outcome).timer().count();
    }

    /** Answers everything in one way. */
    private record Answering(Supplier<List<Published>> answer) implements Submissions, Reservation {
        @Override
        public <T> T reserve(Function<Reservation, T> work) {
            return work.apply(this);
        }

        @Override
        public String transactionalId() {
            return "transaction";
        }

        @Override
        public List<Published> write(Submission submission) {
            return answer.get();
        }
    }
}
