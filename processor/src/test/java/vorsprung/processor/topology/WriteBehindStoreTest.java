package vorsprung.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.query.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.report.Only;
import vorsprung.processor.store.Progress;
import vorsprung.processor.store.RememberingStore;
import vorsprung.processor.store.Timelines;

/** What Kafka Streams does to a store that is written when a commit is prepared. */
class WriteBehindStoreTest {
    private static final String TOPIC = "events";
    private static final StoreRef STORE = new StoreRef("kept");

    private final List<Progress> keptBeforeEach = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> events;

    /** Notes its progress; a punctuation comes between each record and its commit, as a timer may. */
    private final class Noting implements Processor<byte[], byte[], byte[], byte[]> {
        private @Nullable ProcessorContext<byte[], byte[]> context;
        private @Nullable RememberingStore store;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
            store = STORE.remember(context, new CommitPace(CommitPace.AT_LEISURE).of(context));
            context.schedule(Duration.ofMillis(1), PunctuationType.STREAM_TIME, now -> {});
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            ProcessorContext<byte[], byte[]> opened = Objects.requireNonNull(context);
            Timelines.PROGRESS.of(TOPIC, STORE.in(opened)).get(Only.ENTRY).ifPresent(keptBeforeEach::add);
            Timeline<Only, Progress> progress = Timelines.PROGRESS.of(TOPIC, Objects.requireNonNull(store));
            progress.get(Only.ENTRY);
            long offset = opened.recordMetadata().orElseThrow().offset();
            progress.put(Only.ENTRY, new Progress(offset));
        }
    }

    @BeforeEach
    void start() {
        Topology topology = new Topology()
                .addSource("source", new ByteArrayDeserializer(), new ByteArrayDeserializer(), TOPIC)
                .addProcessor("noting", Noting::new, "source")
                .addStateStore(STORE.builder(), "noting");
        driver = new TopologyTestDriver(topology, new Properties());
        events = driver.createInputTopic(
                TOPIC,
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                Instant.parse("2025-01-01T00:00:00Z"),
                Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void eachCommitFindsWhatTookThePlaceOfAValueWritten() {
        events.pipeInput(new byte[0]);
        events.pipeInput(new byte[0]);
        events.pipeInput(new byte[0]);

        assertThat(keptBeforeEach).containsExactly(new Progress(0), new Progress(1));
    }

    @Test
    void thePositionMovesWithARecordThatOnlyTookThePlaceOfAValue() {
        events.pipeInput(new byte[0]);
        events.pipeInput(new byte[0]);

        assertThat(driver.getKeyValueStore(STORE.name()).getPosition())
                .isEqualTo(Position.emptyPosition().withComponent(TOPIC, 0, 1));
    }
}
