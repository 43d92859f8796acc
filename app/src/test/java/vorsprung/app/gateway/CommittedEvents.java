package vorsprung.app.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vorsprung.app.gateway.RetryingPublisher.Acknowledged;
import vorsprung.app.gateway.RetryingPublisher.Place;
import vorsprung.topic.Topic;
import vorsprung.wire.SerdeFactory;

/** What a consumer of committed records finds on topics, from their beginning to their end. */
final class CommittedEvents {

    private final Map<String, String> settings;

    /** Settings of the clients of Kafka and of the registry. */
    CommittedEvents(Map<String, String> settings) {
        this.settings = settings;
    }

    <T extends SpecificRecord> List<ConsumerRecord<String, T>> read(Topic topic, Class<T> type) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("isolation.level", "read_committed");
        List<ConsumerRecord<String, T>> found = new ArrayList<>();
        try (Deserializer<T> values = SerdeFactory.serde(settings, type).deserializer();
                KafkaConsumer<String, T> consumer = new KafkaConsumer<>(config, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    /** The id of an event, and where it was found. */
    static Acknowledged event(ConsumerRecord<String, ? extends SpecificRecord> found) {
        SpecificRecord event = found.value();
        String id = event.get(event.getSchema().getField("eventId").pos()).toString();
        return new Acknowledged(id, new Place(found.topic(), found.partition(), found.offset()));
    }
}
