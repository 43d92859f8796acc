package vorsprung.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.http.Json;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.intake.Intake;
import vorsprung.topic.Position;

final class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void everyLineOfTheBundledHistoryIsAcceptedAndNamesItsSource() throws IOException {
        Intake intake = new Intake(Directory.bundled());

        List<JsonNode> events = events();

        assertThat(events).hasSize(1362);
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.at("/source/name").asText()).isNotBlank())
                .allSatisfy(event -> assertThat(intake.accept(event, NOW)
                                .<String>fold(
                                        accepted -> "",
                                        rejected -> rejected.errors().toString()))
                        .isEmpty());
    }

    @Test
    void everyLineSaysWhenItWasRecordedSoThatPublishingItAgainIsTheSameReport() throws IOException {
        assertThat(events())
                .allSatisfy(
                        event -> assertThat(event.path("recordedAt").asText()).isNotEmpty());
    }

    @Test
    void aFolderRemembersWhereTheHistoryLies(@TempDir Path path) throws IOException {
        PublishedHistory history = new PublishedHistory(folderOfCluster(path, "c1"));
        Position position = Position.NOWHERE.with("market.funding-rounds", 2, 17);

        history.remember("digest", position);

        assertThat(history.position("digest")).contains(position);
    }

    @Test
    void anotherHistoryOrAnotherClusterIsPublishedAnew(@TempDir Path path) throws IOException {
        PublishedHistory history = new PublishedHistory(folderOfCluster(path, "c1"));
        history.remember("digest", Position.NOWHERE);

        assertThat(history.position("another")).isEmpty();
        folderOfCluster(path, "c2");
        assertThat(history.position("digest")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsPublishedAnew(@TempDir Path path) throws IOException {
        PublishedHistory history = new PublishedHistory(folderOfCluster(path, "c1"));
        Files.writeString(path.resolve("history.properties"), "digest=digest\ncluster.id=c1\nposition=half a to");

        assertThat(history.position("digest")).isEmpty();
    }

    @Test
    void clearingAFolderLeavesWhatIsNotOurs(@TempDir Path path) throws IOException {
        folderOfCluster(path, "c1");
        Files.writeString(path.resolve("lock"), "");
        Files.writeString(path.resolve("thesis.txt"), "mine");

        new DataFolder(path).clear();

        assertThat(path.resolve("kafka")).doesNotExist();
        assertThat(path.resolve("thesis.txt")).exists();
    }

    @Test
    void aFolderThatNeverWasOursIsNotCleared(@TempDir Path path) throws IOException {
        folderOfCluster(path, "c1");

        new DataFolder(path).clear();

        assertThat(path.resolve("kafka")).exists();
    }

    private static DataFolder folderOfCluster(Path path, String id) throws IOException {
        Files.createDirectories(path.resolve("kafka"));
        Files.writeString(path.resolve("kafka").resolve("meta.properties"), "cluster.id=" + id + "\n");
        return new DataFolder(path);
    }

    private static List<JsonNode> events() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(BundledHistory.read().file().content().open(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> Json.parse(line.getBytes(StandardCharsets.UTF_8)))
                    .collect(Collectors.toList());
        }
    }
}
