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
import vorsprung.processor.store.RememberingStore;
import vorsprung.processor.store.ScoreKey;
import vorsprung.processor.store.Timelines;
import vorsprung.signal.Change;

/**
 * Hears what changed at companies and models, and tells it of the benchmarks of its partition whose figures rest on it:
 * for a model those that it has results on, for a company all. What the figures are is gathered when they are asked.
 */
final class CrossingProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final MarketTopology.Parts parts;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private CommitPace.@Nullable Requests commits;

    CrossingProcessor(MarketTopology.Parts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.commits = parts.pace().of(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Change crossing = parts.writers().readCrossing(record.value());
        RememberingStore benchmarks = Stores.TIMELINES_BY_BENCHMARK.remembered(Objects.requireNonNull(context));
        benchmarks.forgetOldest();
        Collection<String> touched = touched(crossing, benchmarks);
        crossing.setSubjectType("benchmark");
        touched.forEach(benchmarkId -> tell(benchmarkId, crossing));
        Objects.requireNonNull(commits).processed(crossing.getChangedAt().toEpochMilli());
    }

    /** It is the same for all of them but for its subject, and written at once. */
    private void tell(String benchmarkId, Change change) {
        change.setSubject(benchmarkId);
        ProcessorContext<byte[], byte[]> opened = Objects.requireNonNull(context);
        opened.forward(new Record<>(
                benchmarkId.getBytes(StandardCharsets.UTF_8),
                parts.writers().write(change),
                opened.currentSystemTimeMs()));
    }

    private static Collection<String> touched(Change crossing, RememberingStore benchmarks) {
        return crossing.getSubjectType().equals("company")
                ? benchmarks.subjects(Timelines.SUBJECTS)
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
