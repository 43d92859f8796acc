package vorsprung.processor.topology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Score;
import vorsprung.processor.domain.timeline.TimelineView;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.store.ScoreKey;
import vorsprung.processor.store.Timelines;
import vorsprung.signal.Change;

/**
 * Hears what changed at companies and models, and tells it of the benchmarks of its partition whose figures rest on it:
 * for a model those that it has results on, for a company all. What the figures are is gathered when they are asked.
 */
final class CrossingProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final Writers writers;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable ReadableStore benchmarks;

    CrossingProcessor(Writers writers) {
        this.writers = writers;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.benchmarks = Stores.TIMELINES_BY_BENCHMARK.in(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Change crossing = writers.readCrossing(record.value());
        Collection<String> touched = touched(crossing, Objects.requireNonNull(benchmarks));
        crossing.setSubjectType("benchmark");
        touched.forEach(benchmarkId -> tell(benchmarkId, crossing));
    }

    /** It is the same for all of them but for its subject, and written at once. */
    private void tell(String benchmarkId, Change change) {
        change.setSubject(benchmarkId);
        ProcessorContext<byte[], byte[]> opened = Objects.requireNonNull(context);
        opened.forward(new Record<>(
                benchmarkId.getBytes(StandardCharsets.UTF_8), writers.write(change), opened.currentSystemTimeMs()));
    }

    private static Collection<String> touched(Change crossing, ReadableStore benchmarks) {
        return crossing.getSubjectType().equals("company")
                ? Timelines.SUBJECTS.subjects(benchmarks)
                : scoredOn(Timelines.MODEL_SCORES.of(crossing.getSubject(), benchmarks));
    }

    /** One seek for each benchmark, however many scores the model has on it. */
    private static List<String> scoredOn(TimelineView<ScoreKey, Score> scores) {
        List<String> benchmarkIds = new ArrayList<>();
        Optional<Entry<ScoreKey, Score>> next = scores.first();
        while (next.isPresent()) {
            String benchmarkId = next.get().getKey().benchmarkId();
            benchmarkIds.add(benchmarkId);
            next = scores.ceiling(new ScoreKey(benchmarkId, Place.LAST));
        }
        return benchmarkIds;
    }
}
