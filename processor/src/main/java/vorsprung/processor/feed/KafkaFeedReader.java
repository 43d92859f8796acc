package vorsprung.processor.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vorsprung.topic.Topics;

/** Reads committed records of the feed's topics from where it is told to. */
final class KafkaFeedReader implements FeedReader {
    private static final String MOST_AT_ONCE = "200";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final FeedDecoder decoder;
    private final Set<TopicPartition> partitions;
    private final List<FeedRecord> gaps = new ArrayList<>();
    private Offsets offsets = new Offsets(Map.of());
    private Map<TopicPartition, Long> endsAtSeek = Map.of();

    KafkaFeedReader(Map<String, Object> clientSettings, FeedDecoder decoder, Set<String> topics) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.decoder = decoder;
        this.partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
    }

    /** Starts with what was written at or after a time, by the brokers' record timestamps, and notes where all ends. */
    void seekToTime(long timestamp) {
        Map<TopicPartition, Long> times =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> timestamp));
        endsAtSeek = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp at = found.get(partition);
            seek(partition, at == null ? Objects.requireNonNull(endsAtSeek.get(partition)) : at.offset());
        }
    }

    /** Goes on where another reader stood; the next poll tells what is no longer there. */
    void resume(Offsets from) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long begin = Objects.requireNonNull(first.get(partition));
            long end = Objects.requireNonNull(ends.get(partition));
            goOn(partition, from.next().getOrDefault(partition.toString(), end), begin, end);
        }
    }

    @Override
    public String id() {
        return offsets.id();
    }

    @Override
    public List<Read> poll(Duration atMost) {
        List<Read> read = new ArrayList<>();
        ConsumerRecords<byte[], byte[]> records = fetch(gaps.isEmpty() ? atMost : Duration.ZERO);
        gaps.forEach(gap -> read.add(new Read(gap, offsets.id())));
        gaps.clear();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String partition = new TopicPartition(record.topic(), record.partition()).toString();
            offsets = offsets.after(partition, record.offset());
            read.add(new Read(decode(record), offsets.id()));
        }
        return read;
    }

    private ConsumerRecords<byte[], byte[]> fetch(Duration atMost) {
        try {
            return consumer.poll(atMost);
        } catch (OffsetOutOfRangeException e) {
            passOver(e.offsetOutOfRangePartitions());
            return ConsumerRecords.empty();
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
            return ConsumerRecords.empty();
        }
    }

    /** The topic has forgotten what a slow reader had still to read. */
    private void passOver(Map<TopicPartition, Long> expired) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(expired.keySet());
        Map<TopicPartition, Long> ends = consumer.endOffsets(expired.keySet());
        expired.forEach((partition, wanted) -> goOn(
                partition,
                wanted,
                Objects.requireNonNull(first.get(partition)),
                Objects.requireNonNull(ends.get(partition))));
    }

    /** Goes on at an offset, or as near to it as there still are records, which is noted as a gap. */
    private void goOn(TopicPartition partition, long wanted, long begin, long end) {
        seek(partition, Math.min(Math.max(wanted, begin), end));
        if (wanted < begin) {
            gaps.add(new FeedRecord.Gap(partition.topic(), partition.partition(), begin - wanted));
        }
    }

    /** Whether everything was read that was there at the seek; what comes meanwhile would never end. */
    boolean isAtEnd() {
        return endsAtSeek.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private FeedRecord decode(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(Topics.SIGNALS.name())
                ? decoder.signal(record.value())
                : decoder.change(record.value());
    }

    private void seek(TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
        offsets = offsets.after(partition.toString(), offset - 1);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
