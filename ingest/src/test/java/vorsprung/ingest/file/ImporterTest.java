package vorsprung.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.event.FundingRound;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.file.Importer.Mode;
import vorsprung.ingest.intake.Intake;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.Publisher;
import vorsprung.ingest.publish.Report;
import vorsprung.ingest.table.ColumnMapping;
import vorsprung.topic.EventType;

final class ImporterTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MODIFIED = Instant.parse("2025-06-01T00:00:00Z");
    private static final String ROUND =
            "{\"type\":\"funding-round\",\"company\":\"OpenAI\",\"round\":\"Series F\",\"occurredAt\":\"2025-03-31\"}\n";
    private static final String RELEASE =
            "{\"type\":\"model-release\",\"company\":\"OpenAI\",\"model\":\"GPT-4\",\"occurredAt\":\"2023-03-14\"}\n";
    private static final String BAD =
            "{\"type\":\"funding-round\",\"company\":\"OpenAI\",\"occurredAt\":\"2025\",\"amountUsd\":-1}\n";

    private final Memory kafka = new Memory(Runnable::run);
    private final Heard heard = new Heard();

    @Test
    void everyGoodLineIsPublished() throws IOException {
        ImportResult result = run(Mode.LENIENT, file(ROUND + "\n" + RELEASE));

        assertThat(result.published()).isEqualTo(2);
        assertThat(result.failed()).isZero();
        assertThat(kafka.reports)
                .extracting(Report::eventId)
                .containsExactly("funding-round:openai:series-f:2025-03-31", "model-release:openai:gpt-4:2023-03-14");
        assertThat(result.position().token()).isEqualTo("market.funding-rounds~0~0~~market.model-releases~0~1");
    }

    @Test
    void aBadLineIsToldByFileLineAndReasonAndTheOthersArePublished() throws IOException {
        ImportResult result = run(Mode.LENIENT, file(ROUND + BAD + "{oops\n[]\n\"\n{}\n" + RELEASE));

        assertThat(result.published()).isEqualTo(2);
        assertThat(result.failed()).isEqualTo(5);
        assertThat(result.errors()).isEqualTo(heard.bad);
        assertThat(result.errors()).extracting(LineError::line).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(result.errors().get(0))
                .hasToString("history.jsonl:2: amountUsd: -1 is negative; absent means unknown");
        assertThat(result.errors().get(1).toString()).contains("is not readable JSON", "column 2");
    }

    @Test
    void strictPublishesNothingWhenOneLineIsBadAnywhere() throws IOException {
        ImportResult refused = run(Mode.STRICT, file(ROUND), file(RELEASE + BAD));

        assertThat(refused.published()).isZero();
        assertThat(refused.failed()).isEqualTo(1);
        assertThat(kafka.reports).isEmpty();
        assertThat(run(Mode.STRICT, file(ROUND), file(RELEASE)).published()).isEqualTo(2);
    }

    @Test
    void checkingPublishesNothing() throws IOException {
        assertThat(run(Mode.CHECK, file(ROUND)).published()).isZero();
        assertThat(kafka.reports).isEmpty();
    }

    @Test
    void importingAgainWritesTheSameReports() throws IOException {
        run(Mode.LENIENT, file(ROUND));
        run(Mode.LENIENT, file(ROUND));

        assertThat(kafka.reports).hasSize(2);
        assertThat(kafka.reports.get(1)).isEqualTo(kafka.reports.get(0));
        assertThat(((FundingRound) kafka.reports.get(0).event()).getRecordedAt())
                .isEqualTo(MODIFIED);
    }

    @Test
    void aFileOfTheFutureIsKnownNow() throws IOException {
        run(Mode.LENIENT, new ImportFile("x", 1, NOW.plusSeconds(1_000), () -> stream(ROUND)));

        assertThat(((FundingRound) kafka.reports.get(0).event()).getRecordedAt())
                .isEqualTo(NOW);
    }

    @Test
    void whenKafkaGoesAwayTheImportStopsAndSaysHowFarItCame() {
        kafka.failAfter = 3;

        assertThatThrownBy(() -> run(Mode.LENIENT, file(ROUND.repeat(10_000))))
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessageContaining("stopped after 3 events")
                .hasMessageContaining("import again");
        assertThat(kafka.reports).hasSizeLessThan(10);
    }

    @Test
    void acknowledgementsMayComeMuchLater() throws IOException {
        List<Runnable> waiting = new ArrayList<>();
        Memory slow = new Memory(waiting::add);
        Importer importer = importer(new Publisher() {
            @Override
            public CompletableFuture<Published> send(Report report) {
                CompletableFuture<Published> sent = slow.send(report);
                if (waiting.size() == 1_500) {
                    List.copyOf(waiting).forEach(Runnable::run);
                    waiting.clear();
                }
                return sent;
            }
        });

        ImportResult result = importer.run(List.of(file(ROUND.repeat(3_000))), Mode.LENIENT, heard);

        assertThat(result.published()).isEqualTo(3_000);
    }

    @Test
    void aLineWithoutEndIsBadAndTheNextOneIsRead() throws IOException {
        String endless = "x".repeat(JsonLinesReader.LONGEST_LINE + 1) + "\n";

        ImportResult result = run(Mode.LENIENT, file(endless + ROUND));

        assertThat(result.published()).isEqualTo(1);
        assertThat(result.errors().get(0).toString()).contains("history.jsonl:1: has more than");
    }

    @Test
    void whatMakesNoEventIsCountedByReason() throws IOException {
        String staff = "Id,Company,Staff count\na,OpenAI,52\nb,OpenAI,99\n";

        ImportResult result =
                run(Mode.LENIENT, new ImportFile("staff.csv", 1, MODIFIED, () -> stream(staff)), file(ROUND));

        assertThat(result.skipped()).containsExactly(Map.entry("staff counts, for which there is no event", 2L));
        assertThat(result.good()).containsExactly(Map.entry(EventType.FUNDING_ROUND, 1L));
        assertThat(result.failed()).isZero();
    }

    @Test
    void anImportGoesOnWhereItStopped(@TempDir Path folder) throws IOException {
        Path checkpoint = folder.resolve("progress.json");
        ImportFile file = file(ROUND.repeat(20));
        kafka.failAfter = 7;
        assertThatThrownBy(() -> resume(checkpoint, file)).isInstanceOf(KafkaUnavailableException.class);
        kafka.failAfter = Integer.MAX_VALUE;

        ImportResult rest = resume(checkpoint, file);
        ImportResult nothing = resume(checkpoint, file);

        assertThat(rest.published()).isEqualTo(13);
        assertThat(nothing.published()).isZero();
    }

    @Test
    void aFileThatChangedIsNotResumed(@TempDir Path folder) throws IOException {
        Path checkpoint = folder.resolve("progress.json");
        resume(checkpoint, file(ROUND));

        assertThatThrownBy(() -> resume(checkpoint, file(ROUND + ROUND)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("history.jsonl has changed since")
                .hasMessageContaining("delete that");
    }

    private ImportResult resume(Path checkpoint, ImportFile file) throws IOException {
        ImportPlan plan = new ImportPlan(
                Mode.LENIENT, Optional.empty(), ColumnMapping.NONE, Optional.of(new Checkpoint(checkpoint)));
        return importer(kafka).run(List.of(file), plan, heard);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoTrouble() throws IOException {
        String content = "\uFEFF" + (ROUND + RELEASE).replace("\n", "\r\n") + "\r\n";

        assertThat(run(Mode.LENIENT, file(content)).published()).isEqualTo(2);
    }

    @Test
    void bytesThatAreNotUtf8AreABadLine() throws IOException {
        byte[] latin = ROUND.replace("OpenAI", "Zürich").getBytes(StandardCharsets.ISO_8859_1);

        ImportResult result = run(
                Mode.LENIENT, new ImportFile("latin", latin.length, MODIFIED, () -> new ByteArrayInputStream(latin)));

        assertThat(result.errors()).singleElement().asString().contains("UTF-8");
    }

    @Test
    void progressAndWarningsAreHeard() throws IOException {
        String unknown = ROUND.replace("OpenAI", "A New One");

        run(Mode.LENIENT, file(ROUND + unknown), file(ROUND));

        assertThat(heard.warnings).singleElement().asString().contains("history.jsonl:2", "a-new-one");
        assertThat(heard.bytes).isEqualTo(2L * ROUND.length() + unknown.length());
        assertThat(heard.sent).isEqualTo(3);
    }

    @Test
    void aFileOnDiskIsReadWithItsOwnTime(@TempDir Path folder) throws IOException {
        Path path = Files.writeString(folder.resolve("a.jsonl"), ROUND);

        assertThat(run(Mode.LENIENT, ImportFile.at(path)).published()).isEqualTo(1);
        assertThat(ImportFile.at(path).size()).isEqualTo(ROUND.length());
    }

    private ImportResult run(Mode mode, ImportFile... files) throws IOException {
        return importer(kafka).run(List.of(files), mode, heard);
    }

    private static Importer importer(Publisher publisher) {
        return new Importer(new Intake(Directory.bundled()), publisher, InstantSource.fixed(NOW));
    }

    private static ImportFile file(String content) {
        return new ImportFile("history.jsonl", content.length(), MODIFIED, () -> stream(content));
    }

    private static ByteArrayInputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Heard implements ImportListener {
        final List<LineError> bad = new ArrayList<>();
        final List<String> warnings = new ArrayList<>();
        long bytes;
        long sent;

        @Override
        public void bad(LineError error) {
            bad.add(error);
        }

        @Override
        public void warned(String file, long line, String warning) {
            warnings.add(file + ":" + line + " " + warning);
        }

        @Override
        public void progressed(String file, long bytesRead, long sentSoFar) {
            bytes = bytesRead;
            sent = sentSoFar;
        }
    }

    /** A publisher that keeps what it is sent and acknowledges on the executor. */
    private static final class Memory implements Publisher {
        final List<Report> reports = new ArrayList<>();
        private final Executor acknowledging;
        private @Nullable Integer failAfter;

        Memory(Executor acknowledging) {
            this.acknowledging = acknowledging;
        }

        @Override
        public CompletableFuture<Published> send(Report report) {
            CompletableFuture<Published> sent = new CompletableFuture<>();
            if (failAfter != null && reports.size() >= failAfter) {
                sent.completeExceptionally(new KafkaUnavailableException("no broker"));
                return sent;
            }
            reports.add(report);
            Published published = new Published(report.eventId(), report.type().topic(), 0, reports.size() - 1L);
            acknowledging.execute(() -> sent.complete(published));
            return sent;
        }
    }
}
