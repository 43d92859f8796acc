package vorsprung.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class TimedPublisherTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void whatKafkaAcknowledgesIsTimedABatchOnce() {
        Publisher publisher = new TimedPublisher(new Answering(CompletableFuture.completedFuture(lying())), registry);

        publisher.publishAll(List.of());

        assertThat(count("acknowledged")).isEqualTo(1);
        assertThat(count("failed")).isZero();
    }

    @Test
    void whatFailsIsTimedApart() {
        Publisher publisher = new TimedPublisher(
                new Answering(CompletableFuture.failedFuture(new IllegalStateException())), registry);

        assertThatThrownBy(() -> publisher.publishAll(List.of())).isInstanceOf(RuntimeException.class);

        assertThat(count("failed")).isEqualTo(1);
        assertThat(count("acknowledged")).isZero();
    }

    private static Published lying() {
        return new Published("e", "market.funding-rounds", 0, 1);
    }

    private long count(String outcome) {
        return registry.get("vorsprung.publish").tag("outcome", outcome).timer().count();
    }

    /** Answers everything with one future. */
    private record Answering(CompletableFuture<Published> answer) implements Publisher {
        @Override
        public CompletableFuture<Published> send(Report report) {
            return answer;
        }

        @Override
        public List<Published> publishAll(List<Report> reports) {
            return List.of(answer.join());
        }
    }
}
