package vorsprung.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;
import vorsprung.processor.feed.FeedReader;
import vorsprung.processor.feed.FeedReader.Read;
import vorsprung.processor.feed.FeedRecord;
import vorsprung.processor.feed.KafkaFeed;
import vorsprung.processor.topology.Writers;
import vorsprung.signal.Change;
import vorsprung.topic.Topics;

/** The feed over a real broker: going on behind an event, and what is told when it has expired. */
@ExtendWith(StackExtension.class)
final class FeedIT {
    private static final Instant NOW = Instant.parse("2025-03-31T12:00:00Z");
    private static final String TOPIC = Topics.CHANGES.name();

    private final EmbeddedStack stack;
    private final Writers writers = Writers.of(Map.of("schema.registry.url", "mock://feed-it"));
    private final KafkaFeed feed;

    FeedIT(EmbeddedStack stack) {
        this.stack = stack;
        this.feed = new KafkaFeed(settings(), writers);
    }

    @BeforeEach
    void createTopics() throws Exception {
        try (Admin admin = Admin.create(settings())) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = List.of(TOPIC, Topics.SIGNALS.name()).stream()
                    .filter(topic -> !there.contains(topic))
                    .map(topic -> new NewTopic(topic, 2, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
        }
    }

    @Test
    void aReaderGoesOnBehindTheEventThatAnotherSawLast() throws Exception {
        try (FeedReader first = open(null)) {
            change("a", "b", "c");
            List<Read> seen = read(first, 3);

            try (FeedReader second = open(seen.get(0).id())) {
                assertThat(subjects(read(second, 2))).containsExactly("b", "c");
            }
        }
    }

    @Test
    void aReaderThatSawNothingGoesOnWhereItBegan() throws Exception {
        String began;
        try (FeedReader first = open(null)) {
            began = first.id();
        }
        change("d");

        try (FeedReader second = open(began)) {
            assertThat(subjects(read(second, 1))).containsExactly("d");
        }
    }

    @Test
    void whatExpiredBeforeAReaderCameBackIsAGapThatCanItselfBeGoneOnBehind() throws Exception {
        String began;
        try (FeedReader first = open(null)) {
            began = first.id();
        }
        List<RecordMetadata> written = change("e", "f", "g");
        expireBefore(written.get(2));

        try (FeedReader second = open(began)) {
            List<Read> read = read(second, 2);

            assertThat(read.get(0).record())
                    .isEqualTo(new FeedRecord.Gap(TOPIC, written.get(2).partition(), 2));
            assertThat(subjects(read)).containsExactly("g");
            try (FeedReader third = open(read.get(0).id())) {
                assertThat(subjects(read(third, 1))).containsExactly("g");
            }
        }
    }

    @Test
    void whatExpiredUnderAReaderThatIsTooSlowIsAGapToo() throws Exception {
        try (FeedReader slow = open(null)) {
            List<RecordMetadata> written = change("h", "i", "j");
            expireBefore(written.get(1));

            List<Read> read = read(slow, 3);

            assertThat(read.get(0).record())
                    .isEqualTo(new FeedRecord.Gap(TOPIC, written.get(1).partition(), 1));
            assertThat(subjects(read)).containsExactly("i", "j");
        }
    }

    private FeedReader open(@Nullable String lastEventId) {
        return feed.open(lastEventId).orElseThrow();
    }

    private static List<Read> read(FeedReader reader, int expected) {
        List<Read> read = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            read.addAll(reader.poll(Duration.ofMillis(100)));
            return read.size() >= expected;
        });
        return read;
    }

    private static List<String> subjects(List<Read> read) {
        return read.stream()
                .map(Read::record)
                .filter(FeedRecord.Changed.class::isInstance)
                .map(FeedRecord.Changed.class::cast)
                .map(FeedRecord.Changed::subject)
                .toList();
    }

    /** Writes a change of each of these subjects, all into one partition. */
    private List<RecordMetadata> change(String... subjects) throws Exception {
        List<RecordMetadata> written = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
            for (String subject : subjects) {
                Change change = Change.newBuilder()
                        .setSubject(subject)
                        .setSubjectType("company")
                        .setFigure("rounds")
                        .setAfter("1")
                        .setChangedAt(NOW)
                        .build();
                byte[] value = writers.changes().serializer().serialize(TOPIC, change);
                written.add(producer.send(new ProducerRecord<>(TOPIC, "one key", value))
                        .get());
            }
        }
        return written;
    }

    private void expireBefore(RecordMetadata kept) throws Exception {
        TopicPartition partition = new TopicPartition(kept.topic(), kept.partition());
        try (Admin admin = Admin.create(settings())) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(kept.offset())))
                    .all()
                    .get();
        }
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", stack.bootstrapServers());
    }
}
