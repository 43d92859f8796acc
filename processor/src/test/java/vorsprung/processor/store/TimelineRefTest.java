package vorsprung.processor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.topology.Events.at;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Score;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.report.Only;
import vorsprung.processor.report.ReportKey;
import vorsprung.processor.report.StoredReport;
import vorsprung.processor.report.Subject;
import vorsprung.topic.EventType;

class TimelineRefTest {
    private static final TimelineRef<Instant, Progress> FIRST =
            new TimelineRef<>(1, Keys.INSTANT, RecordCodec.of(Progress.class));
    private static final TimelineRef<Instant, Progress> SECOND =
            new TimelineRef<>(2, Keys.INSTANT, RecordCodec.of(Progress.class));

    private final HeapStore store = new HeapStore();

    @Test
    void anEntryIsReadUnderItsKey() {
        Timeline<Instant, Progress> timeline = FIRST.of("openai", store);

        timeline.put(at("2025-03-31"), new Progress(1));

        assertThat(timeline.get(at("2025-03-31"))).contains(new Progress(1));
        assertThat(timeline.get(at("2025-03-30"))).isEmpty();
    }

    @Test
    void aRemovedEntryIsGone() {
        Timeline<Instant, Progress> timeline = FIRST.of("openai", store);
        timeline.put(at("2025-03-31"), new Progress(1));

        timeline.remove(at("2025-03-31"));

        assertThat(offsets(timeline.ascending(null, null))).isEmpty();
    }

    @Test
    void aRangeHoldsItsFirstKeyAndNotItsLast() {
        Timeline<Instant, Progress> timeline = filled("openai", 1, 2, 3, 4);

        assertThat(offsets(timeline.ascending(ms(2), ms(4)))).containsExactly(2L, 3L);
        assertThat(offsets(timeline.descending(ms(2), ms(4)))).containsExactly(3L, 2L);
    }

    @Test
    void aRangeWithoutBoundsHoldsTheTimelineFromBeforeEveryTimeOn() {
        Timeline<Instant, Progress> timeline = filled("openai", Long.MIN_VALUE, -1, 0, 1);

        assertThat(offsets(timeline.ascending(null, null))).containsExactly(Long.MIN_VALUE, -1L, 0L, 1L);
        assertThat(offsets(timeline.descending(null, ms(1)))).containsExactly(0L, -1L, Long.MIN_VALUE);
        assertThat(offsets(timeline.ascending(ms(0), null))).containsExactly(0L, 1L);
    }

    @Test
    void noSubjectSeesAnothersEntriesNotEvenThatOfOneWhoseNameItBegins() {
        filled("open", 1);
        filled("openai", 2);
        filled("openai-2", 3);
        filled("openb", 4);

        assertThat(offsets(FIRST.of("openai", (ReadableStore) store).ascending(null, null)))
                .containsExactly(2L);
        assertThat(offsets(FIRST.of("open", (ReadableStore) store).descending(null, null)))
                .containsExactly(1L);
    }

    @Test
    void noFamilySeesAnothersEntries() {
        filled("openai", 1);
        SECOND.of("openai", store).put(ms(2), new Progress(2));

        assertThat(offsets(FIRST.of("openai", (ReadableStore) store).ascending(null, null)))
                .containsExactly(1L);
        assertThat(offsets(SECOND.of("openai", (ReadableStore) store).ascending(null, null)))
                .containsExactly(2L);
    }

    @Test
    void theSubjectsOfAFamilyAreListedInOrder() {
        for (String id : List.of("openai", "google", "anthropic")) {
            Timelines.SUBJECTS.of(id, store).put(Only.ENTRY, new Subject(Instant.EPOCH, 1));
        }
        Timelines.CLAIMED.of("mistral", store).put(Only.ENTRY, new Noted());

        assertThat(Timelines.SUBJECTS.subjects(store)).containsExactly("anthropic", "google", "openai");
    }

    @Test
    void theBoundsOfAFactHoldAllItsReportsAndNoneOfAnother() {
        Timeline<ReportKey, StoredReport> log = Timelines.REPORTS.of("openai", store);
        StoredReport report = new StoredReport(ByteBuffer.allocate(0), Instant.EPOCH, 0);
        for (String id : List.of("a", "a/b", "ab", "b")) {
            log.put(new ReportKey(EventType.FUNDING_ROUND, id, at("1950-01-01"), 0), report);
            log.put(new ReportKey(EventType.FUNDING_ROUND, id, at("9999-12-31"), Long.MAX_VALUE), report);
            log.put(new ReportKey(EventType.USAGE_REPORT, id, at("2025-03-31"), 1), report);
        }

        try (Cursor<Entry<ReportKey, StoredReport>> ofA = log.ascending(
                ReportKey.startOf(EventType.FUNDING_ROUND, "a"), ReportKey.endOf(EventType.FUNDING_ROUND, "a"))) {
            assertThat(ofA)
                    .toIterable()
                    .extracting(entry -> entry.getKey().eventId())
                    .containsExactly("a", "a");
        }
    }

    @Test
    void theScoresOfAModelOnOneBenchmarkLieTogether() {
        Timeline<ScoreKey, Score> scores = Timelines.MODEL_SCORES.of("openai/gpt-4", store);
        for (String id : List.of("mm", "mmlu", "mmlu-pro")) {
            scores.put(new ScoreKey(id, new Place(at("2025-03-31"), at("2025-03-31"), "r")), new Score(0.5));
        }

        try (Cursor<Entry<ScoreKey, Score>> ofMmlu =
                scores.ascending(new ScoreKey("mmlu", Place.FIRST), new ScoreKey("mmlu\0", Place.FIRST))) {
            assertThat(ofMmlu)
                    .toIterable()
                    .extracting(entry -> entry.getKey().benchmarkId())
                    .containsExactly("mmlu");
        }
    }

    private Timeline<Instant, Progress> filled(String subject, long... times) {
        Timeline<Instant, Progress> timeline = FIRST.of(subject, store);
        for (long time : times) {
            timeline.put(ms(time), new Progress(time));
        }
        return timeline;
    }

    private static Instant ms(long time) {
        return Instant.ofEpochMilli(time);
    }

    private static List<Long> offsets(Cursor<Entry<Instant, Progress>> cursor) {
        List<Long> offsets = new ArrayList<>();
        try (cursor) {
            cursor.forEachRemaining(entry -> offsets.add(entry.getValue().offset()));
        }
        return offsets;
    }
}
