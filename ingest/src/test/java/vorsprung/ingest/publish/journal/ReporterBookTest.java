package vorsprung.ingest.publish.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vorsprung.event.FundingRound;
import vorsprung.event.Source;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.Report;
import vorsprung.publication.Reporter;
import vorsprung.topic.EventType;

final class ReporterBookTest {
    private static final Instant NOW = Instant.parse("2025-04-01T12:00:00Z");

    private final ReporterBook book = new ReporterBook(2);

    @Test
    void everySourceOfAFactIsKnown() {
        add("a", "Reuters");
        add("a", "AP");
        add("a", "AP");
        add("b", null);

        assertThat(book.of(report("a", null))).containsExactlyInAnyOrder("AP", "Reuters");
        assertThat(book.of(report("b", null))).containsExactly("");
        assertThat(book.of(report("c", null))).isEmpty();
    }

    @Test
    void beyondItsSizeTheFactKnownLongestIsForgotten() {
        add("a", "AP");
        add("b", "AP");
        add("c", "AP");

        assertThat(book.of(report("a", null))).isEmpty();
        assertThat(book.of(report("b", null))).containsExactly("AP");
        assertThat(book.of(report("c", null))).containsExactly("AP");
    }

    @Test
    void factAndSourceMakeTheKeyOfARecordWithoutDoubt() {
        assertThat(key("a/b", "c")).isEqualTo("funding-round/openai/a%2Fb/c").isNotEqualTo(key("a", "b/c"));
        assertThat(key("a", null)).isEqualTo("funding-round/openai/a/");
    }

    @Test
    void theFactsOfASourceAreOneRecord() {
        ReporterBook larger = new ReporterBook(10);
        List<Companion> records = ReporterRecords.of(
                List.of(report("a", "AP"), report("b", "Reuters"), report("c", "AP"), report("a", "AP")), NOW);

        records.forEach(record -> larger.add((Reporter) record.value()));

        assertThat(records).hasSize(2).extracting(Companion::key).doesNotHaveDuplicates();
        assertThat(((Reporter) records.get(0).value()).getMore()).hasSize(1);
        assertThat(larger.of(report("a", null))).containsExactly("AP");
        assertThat(larger.of(report("c", null))).containsExactly("AP");
        assertThat(larger.of(report("b", null))).containsExactly("Reuters");
    }

    @Test
    void noRecordIsLargerThanATopicTakes() {
        List<Report> reports = IntStream.range(0, 1_000)
                .mapToObj(i -> report("x".repeat(508) + i, "AP"))
                .toList();

        List<Companion> records = ReporterRecords.of(reports, NOW);

        assertThat(records).hasSize(2).extracting(Companion::key).doesNotHaveDuplicates();
        assertThat(records)
                .extracting(record -> ((Reporter) record.value()).getMore().size())
                .containsOnly(499);
    }

    private void add(String eventId, @Nullable String source) {
        Companion record = ReporterRecords.of(report(eventId, source), NOW);
        book.add((Reporter) record.value());
    }

    private static String key(String eventId, @Nullable String source) {
        return ReporterRecords.of(report(eventId, source), NOW).key();
    }

    private static Report report(String eventId, @Nullable String source) {
        FundingRound round = FundingRound.newBuilder()
                .setEventId(eventId)
                .setCompanyId("openai")
                .setOccurredAt(NOW)
                .setSource(source == null ? null : new Source(source, null))
                .build();
        return new Report(EventType.FUNDING_ROUND, round);
    }
}
