package vorsprung.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.source.Statement.Kind;

final class SourcesTest {
    private static final Instant NOW = Instant.parse("2026-08-06T00:00:00Z");

    @Test
    void openRouterPricesATokenInTextsAndLeavesOutWhatIsNoModelsPrice() throws BrokenDocumentException {
        Snapshot snapshot = read("openrouter", Samples.source("openrouter-models.json"));

        assertThat(snapshot.statements())
                .extracting(Statement::key)
                .containsExactlyInAnyOrder(
                        "anthropic/claude-opus-4-7",
                        "openai/gpt-5-5",
                        "deepseek/deepseek-v4-pro",
                        "alibaba/qwen3-6-flash");
        assertThat(of(snapshot, "anthropic/claude-opus-4-7").report())
                .hasToString("{\"type\":\"price-change\",\"company\":\"Anthropic\","
                        + "\"modelId\":\"anthropic/claude-opus-4-7\",\"model\":\"Claude Opus 4.7\","
                        + "\"source\":{\"name\":\"openrouter\",\"url\":\"https://example.org/x.json\"},"
                        + "\"inputUsdPerMillionTokens\":5,\"outputUsdPerMillionTokens\":25,"
                        + "\"cachedInputUsdPerMillionTokens\":0.5}");
        assertThat(of(snapshot, "deepseek/deepseek-v4-pro").report().path("cachedInputUsdPerMillionTokens"))
                .hasToString("0.003625");
        assertThat(snapshot.skipped())
                .isEqualTo(Map.of(
                        "a name that moves from model to model", 1L,
                        "a router, whose price varies", 1L,
                        "a variant on other terms", 1L,
                        "free, or priced in another way", 1L));
    }

    @Test
    void llmPricesKnowsPricesOfTheFutureAndOfAnUnknownPast() throws BrokenDocumentException {
        Snapshot snapshot = read("llm-prices", Samples.source("llm-prices-historical-v1.json"));

        Statement announced = of(snapshot, "price:anthropic:claude-sonnet-5:2026-09-01");
        assertThat(announced.kind()).isEqualTo(Kind.DATED);
        assertThat(announced.report().path("occurredAt").asText()).isEqualTo("2026-09-01");
        assertThat(of(snapshot, "anthropic/claude-sonnet-5")
                        .report()
                        .path("inputUsdPerMillionTokens")
                        .asInt())
                .isEqualTo(2);
        assertThat(of(snapshot, "google/gemini-2-5-pro").report().path("model").asText())
                .isEqualTo("Gemini 2.5 Pro");
        assertThat(snapshot.skipped()).isEqualTo(Map.of("a price for long contexts", 2L));
    }

    @Test
    void aPriceThatHasEndedAndWasNeverDatedIsLeftOut() throws BrokenDocumentException {
        Snapshot later = Sources.all(Directory::bundled)
                .get(1)
                .read(document(Samples.source("llm-prices-historical-v1.json")), Instant.parse("2026-09-01T00:00:00Z"));

        assertThat(later.statements()).extracting(Statement::key).doesNotContain("anthropic/claude-sonnet-5");
        assertThat(later.skipped()).containsEntry("a past price of which nobody knows since when it held", 1L);
    }

    @Test
    void modelsDevTellsReleasesAndPricesOfTheVendorsOwnTextModels() throws BrokenDocumentException {
        Snapshot snapshot = read("models-dev", Samples.source("models-dev-api.json"));

        Statement release = of(snapshot, "release:anthropic:claude-sonnet-4-5");
        assertThat(release.kind()).isEqualTo(Kind.LASTING);
        assertThat(release.report().path("contextWindowTokens").asInt()).isEqualTo(200_000);
        assertThat(release.report().path("openWeights").asBoolean(true)).isFalse();
        assertThat(of(snapshot, "anthropic/claude-sonnet-4-5").report().path("outputUsdPerMillionTokens"))
                .hasToString("15");
        assertThat(snapshot.skipped())
                .containsEntry("offered by a reseller", 1L)
                .containsEntry("does not write text", 1L)
                .containsEntry("a name that moves from model to model", 1L);
    }

    @Test
    void epochsTablesAreReadAsAnImportReadsThem() throws BrokenDocumentException {
        Snapshot snapshot = Sources.all(Directory::bundled)
                .get(4)
                .read(
                        new Document(
                                URI.create("https://example.org/gpqa_diamond.csv"),
                                Samples.table("gpqa_diamond.csv").getBytes(StandardCharsets.UTF_8)),
                        NOW);

        assertThat(of(snapshot, "benchmark-result:score:gpqa-diamond:openai:o3:2025-04-16")
                        .kind())
                .isEqualTo(Kind.DATED);
    }

    @Test
    void aDocumentCutShortIsBrokenWhateverItsForm() {
        String json = Samples.source("openrouter-models.json");
        String csv = Samples.table("ai_companies_funding_rounds.csv");

        assertThatThrownBy(() -> read("openrouter", json.substring(0, json.length() / 2)))
                .isInstanceOf(BrokenDocumentException.class)
                .hasMessageContaining("is not whole");
        assertThatThrownBy(() -> read("epoch-companies", csv.substring(0, csv.length() / 2)))
                .isInstanceOf(BrokenDocumentException.class)
                .hasMessageContaining("cut short");
        assertThatThrownBy(() -> read("openrouter", "{\"data\":[]}"))
                .isInstanceOf(BrokenDocumentException.class)
                .hasMessageContaining("has its form changed?");
        assertThatThrownBy(() -> read("epoch-companies", "<html>\nover capacity\n</html>\n"))
                .isInstanceOf(BrokenDocumentException.class)
                .hasMessageContaining("fits no table");
    }

    private static Snapshot read(String source, String body) throws BrokenDocumentException {
        return Sources.all(Directory::bundled).stream()
                .filter(each -> each.name().equals(source))
                .findFirst()
                .orElseThrow()
                .read(document(body), NOW);
    }

    private static Document document(String body) {
        return new Document(URI.create("https://example.org/x.json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Statement of(Snapshot snapshot, String key) {
        return snapshot.statements().stream()
                .filter(statement -> statement.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among " + snapshot.statements()));
    }
}
