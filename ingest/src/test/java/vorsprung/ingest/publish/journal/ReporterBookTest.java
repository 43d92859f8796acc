package vorsprung.ingest.publish.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        List<Companion> records =
                larger.unknown(List.of(report("a", "AP"), report("b", "Reuters"), report("c", "AP")), NOW);

        records.forEach(record -> larger.add(sent(record)));

        assertThat(records).hasSize(2).extracting(Companion::key).doesNotHaveDuplicates();
        assertThat(larger.of(report("a", null))).containsExactly("AP");
        assertThat(larger.of(report("c", null))).containsExactly("AP");
        assertThat(larger.of(report("b", null))).containsExactly("Reuters");
    }

    @Test
    void whatASourceIsKnownToHaveReportedIsNotWrittenAgain() {
        add("a", "AP");

        assertThat(book.unknown(List.of(report("a", "AP")), NOW)).isEmpty();
        assertThat(book.unknown(List.of(report("a", "AP"), report("a", "Reuters")), NOW))
                .extracting(Companion::key)
                .containsExactly("funding-round/openai/a/Reuters");
    }

    /** Other gateways, of other versions as well, must come to the same 16 bytes. */
    @Test
    void theOtherFactsOfARecordAreFingerprintsAsTheSchemaSays() throws NoSuchAlgorithmException {
        Companion record =
                book.unknown(List.of(report("a", "AP"), report("b", "AP")), NOW).get(0);

        byte[] sha = MessageDigest.getInstance("SHA-256")
                .digest("\0\0\0\15funding-round\0\0\0\6openai\0\0\0\1b".getBytes(StandardCharsets.UTF_8));
        assertThat(((Reporter) record.value()).getMore()).isEqualTo(ByteBuffer.wrap(sha, 0, 16));
    }

    @Test
    void fingerprintsThatEndWithinOneAreRefused() {
        Reporter broken = new Reporter("funding-round", "openai", "a", "AP", NOW, ByteBuffer.wrap(new byte[17]));

        assertThatThrownBy(() -> book.add(broken)).isInstanceOf(BufferUnderflowException.class);
    }

    @Test
    void noRecordIsLargerThanATopicTakes() throws IOException {
        List<Report> reports = IntStream.range(0, 1_000)
                .mapToObj(i -> report("x".repeat(508) + i, "AP"))
                .toList();

        List<Companion> records = book.unknown(reports, NOW);

        assertThat(records).hasSize(1);
        assertThat(((Reporter) records.get(0).value()).toByteBuffer().remaining())
                .isLessThan(20_000);
    }

    /** As it comes from Kafka. */
    private static Reporter sent(Companion record) {
        try {
            return Reporter.fromByteBuffer(((Reporter) record.value()).toByteBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
