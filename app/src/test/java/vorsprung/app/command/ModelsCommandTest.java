package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ModelsCommandTest {

    private static final String R1 = """
            "modelId":"deepseek/deepseek-r1","companyId":"deepseek","model":"DeepSeek-R1",\
            "releasedAt":"2025-01-20T00:00:00Z","openWeights":true,"contextWindowTokens":128000,\
            "parameters":671000000000,"trainingCostUsd":6000000,"trainingCostBasis":"COMPANY_CLAIM",\
            "price":{"inputUsdPerMillionTokens":0.55,"outputUsdPerMillionTokens":2.19,\
            "blendedUsdPerMillionTokens":0.96,"since":"2025-01-20T00:00:00Z"},"priceCuts":0,"priceRises":0,\
            "changePercent":0.0,"scores":[{"benchmarkId":"mmlu","score":0.908,"occurredAt":"2025-01-20T00:00:00Z"}]}""";

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
    void listsTheModelsAskedFor() {
        api.answering("/v1/models", "{\"items\":[{" + R1 + ",{\"modelId\":\"x/y\",\"openWeights\":false}]}");

        Executed executed = Executed.piped(
                "models", "--company=DeepSeek", "--weights=open", "--sort=releasedAt", "--limit=9", "--url", api.url());

        assertThat(executed.out()).isEqualTo("""
                        model                   released  weights  context  trained for  price  scores
                        deepseek/deepseek-r1  2025-01-20  open      128.0k        $6.0m  $0.96       1
                        x/y                            –  closed         –            –      –       0
                        """);
        assertThat(api.asked())
                .containsExactly("/v1/models?companyId=deepseek&openWeights=true&sort=releasedAt&limit=9");
    }

    @Test
    void showsAModelWithItsScores() {
        api.answering("/v1/models/deepseek/deepseek-r1", "{\"asOf\":\"2025-03-31T23:59:59.999Z\"," + R1);

        Executed executed = Executed.piped("models", "deepseek/deepseek-r1", "--url", api.url());

        assertThat(executed.out()).isEqualTo("""
                        DeepSeek-R1  deepseek/deepseek-r1, as of 2025-03-31
                          released         2025-01-20
                          weights          open
                          context          128.0k  tokens
                          parameters       671.0bn
                          trained for      $6.0m   company claim
                          price            $0.96   per million tokens, input to output three to one
                            input          $0.55
                            output         $2.19
                          since the first  0.0 %   0 cuts, 0 rises

                        benchmark  score          at
                        mmlu       0.908  2025-01-20
                        """);
    }

    @Test
    void anOpennessThatIsNoneIsRefused() {
        Executed executed = Executed.piped("models", "--weights=half", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.err()).contains("OPEN, CLOSED");
    }

    @Test
    void noModelIsSaid() {
        api.answering("/v1/models", "{\"items\":[]}");

        assertThat(Executed.piped("models", "--url", api.url()).exitCode()).isEqualTo(3);
    }
}
