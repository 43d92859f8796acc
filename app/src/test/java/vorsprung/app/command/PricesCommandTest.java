package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PricesCommandTest {

    private static final String MODELS = """
            {"items":[{"modelId":"openai/gpt-4o-mini","price":{"inputUsdPerMillionTokens":0.15,\
            "outputUsdPerMillionTokens":0.6,"blendedUsdPerMillionTokens":0.2625,"since":"2024-07-18T00:00:00Z"},\
            "priceCuts":0,"priceRises":0,"changePercent":0.0},\
            {"modelId":"openai/gpt-4","price":{"inputUsdPerMillionTokens":10,"outputUsdPerMillionTokens":30,\
            "blendedUsdPerMillionTokens":15,"since":"2023-11-06T00:00:00Z"},"priceCuts":1,"priceRises":0,\
            "changePercent":-60.0},{"modelId":"openai/o9","priceCuts":0,"priceRises":0}]}""";

    private FakeService api;

    @BeforeEach
    void start() throws IOException {
        api = FakeService.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void showsWhatTheModelsCostTheCheapestFirst() {
        api.answering("/v1/models", MODELS);

        Executed executed = Executed.piped("prices", "--company", "OpenAI", "--as-of", "2025", "--url", api.url());

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out()).isEqualTo("""
                        model               blended  input  output       since  cuts  rises  since the first
                        openai/gpt-4o-mini  $0.2625  $0.15    $0.6  2024-07-18     0      0            0.0 %
                        openai/gpt-4            $15    $10     $30  2023-11-06     1      0          -60.0 %
                        """);
        assertThat(api.asked())
                .containsExactly(
                        "/v1/models?asOf=2025&companyId=openai&sort=blendedUsdPerMillionTokens%3Aasc&limit=50");
    }

    @Test
    void showsTheStepsOfAModelsPrice() {
        api.answering("/v1/models/openai/gpt-4/prices", """
                {"items":[{"from":"2023-03-14T00:00:00Z","to":"2023-11-06T00:00:00Z","inputUsdPerMillionTokens":30,\
                "outputUsdPerMillionTokens":60,"blendedUsdPerMillionTokens":37.5},\
                {"from":"2023-11-06T00:00:00Z","inputUsdPerMillionTokens":10,"outputUsdPerMillionTokens":30,\
                "cachedInputUsdPerMillionTokens":2.5,"blendedUsdPerMillionTokens":15}]}""");

        Executed executed = Executed.piped("prices", "openai/gpt-4", "--url", api.url());

        assertThat(executed.out()).isEqualTo("""
                             since       until  blended  input  output  cached input
                        2023-03-14  2023-11-06    $37.5    $30     $60             –
                        2023-11-06         now      $15    $10     $30          $2.5
                        """);
    }

    @Test
    void showsWhatACapabilityCostsAndHowFastThatFalls() {
        api.answering("/v1/prices/capability?benchmark=mmlu&minScore=0.7&from=2023-11", """
                {"asOf":"2025-03-31T23:59:59.999Z","benchmarkId":"mmlu","minScore":0.7,"factorPerYear":89.5446,\
                "items":[{"from":"2023-11-06T00:00:00Z","to":"2024-03-04T00:00:00Z","modelId":"openai/gpt-4-turbo",\
                "blendedUsdPerMillionTokens":15},{"from":"2024-03-04T00:00:00Z","modelId":"amazon/nova-micro",\
                "blendedUsdPerMillionTokens":0.06125}]}""");

        Executed executed = Executed.piped(
                "prices", "--benchmark", "MMLU", "--min-score", "0.7", "--from", "2023-11", "--url", api.url());

        assertThat(executed.out()).isEqualTo("""
                        mmlu of at least 0.7  US dollars per million tokens, as of 2025-03-31
                             since       until   blended  model
                        2023-11-06  2024-03-04       $15  openai/gpt-4-turbo
                        2024-03-04         now  $0.06125  amazon/nova-micro
                        Each year it becomes 89.54× cheaper.
                        """);
    }

    @Test
    void aPriceThatRisesIsToldAsARise() {
        api.answering("/v1/prices/capability", """
                {"asOf":"2025-03-31T23:59:59.999Z","benchmarkId":"mmlu","minScore":0.7,"factorPerYear":0.5,\
                "items":[{"from":"2023-11-06T00:00:00Z","modelId":"openai/gpt-4","blendedUsdPerMillionTokens":15}]}""");

        Executed executed = Executed.piped("prices", "--benchmark=mmlu", "--min-score=0.7", "--url", api.url());

        assertThat(executed.outLines()).last().isEqualTo("Each year it becomes 2.00× dearer.");
    }

    @Test
    void jsonIsTheAnswerAsItIs() {
        api.answering("/v1/models", MODELS);

        Executed executed = Executed.piped("prices", "--json", "--url", api.url());

        assertThat(executed.out()).isEqualToIgnoringNewLines(MODELS);
    }

    @Test
    void anUnknownModelIsAnsweredWithTheOneThatWasMeant() {
        api.answering("/v1/models", MODELS);

        Executed executed = Executed.piped("prices", "openai/gpt-40-mini", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(3);
        assertThat(executed.err()).contains("Did you mean openai/gpt-4o-mini?").contains("\"vorsprung models\" lists");
    }

    @Test
    void aScoreWithoutABenchmarkAndAModelWithOneAreRefused() {
        Executed half = Executed.piped("prices", "--min-score", "0.7", "--url", api.url());
        Executed both =
                Executed.piped("prices", "openai/gpt-4", "--benchmark=mmlu", "--min-score=1", "--url", api.url());

        assertThat(half.exitCode()).isEqualTo(2);
        assertThat(half.err()).contains("--benchmark");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("MODEL and --benchmark exclude each other");
        assertThat(api.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "many"})
    void aLimitIsAWholeNumberFromOne(String limit) {
        Executed executed = Executed.piped("prices", "--limit=" + limit, "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.err()).contains("--limit").contains("'" + limit + "' is not a whole number from 1");
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void nothingToShowIsSaid() {
        api.answering("/v1/models", "{\"items\":[{\"modelId\":\"openai/o9\"}]}");

        Executed executed = Executed.piped("prices", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(3);
        assertThat(executed.err()).contains("No price is known.");
    }
}
