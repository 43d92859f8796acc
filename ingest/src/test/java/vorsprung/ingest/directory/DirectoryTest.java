package vorsprung.ingest.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectoryTest {
    private final Directory directory = Directory.bundled();

    @ParameterizedTest
    @ValueSource(strings = {"Mistral", "Mistral AI", "mistral.ai", "MISTRALAI", "mistral-ai"})
    void mistralIsOneCompanyUnderEveryName(String name) {
        assertThat(directory.company(name)).isEqualTo(new Company("mistral-ai", Optional.of("Mistral AI")));
    }

    @ParameterizedTest
    @CsvSource({
        "Google DeepMind,google",
        "z.ai,z-ai",
        "Zhipu,z-ai",
        "x.ai,xai",
        "xAI,xai",
        "facebook,meta",
        "Qwen,alibaba"
    })
    void aKnownAliasIsResolved(String name, String companyId) {
        assertThat(directory.company(name).companyId()).isEqualTo(companyId);
    }

    @Test
    void anUnknownNameGetsItsSlug() {
        assertThat(directory.company("Safe Superintelligence, Inc."))
                .isEqualTo(new Company("safe-superintelligence-inc", Optional.empty()));
    }

    @Test
    void aNameWithoutAnyLetterHasNoSlug() {
        assertThat(directory.company("🚀🚀").companyId()).isEmpty();
    }

    @Test
    void aSlipOfThePenHasANearestCompany() {
        assertThat(directory.nearestCompany("opena1")).contains("openai");
        assertThat(directory.nearestCompany("safe-superintelligence")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o-2024-05-13,gpt-4o",
        "GPT-4o (2024-05-13),gpt-4o",
        "GPT-4o (May 2024),gpt-4o",
        "gpt-4.1-2025-04-14,gpt-4-1",
        "GPT 4.1,gpt-4-1",
        "claude-3-opus-20240229,claude-3-opus",
        "Claude 3.5 Sonnet (20241022),claude-3-5-sonnet",
        "Command A (03-2025),command-a"
    })
    void datedDottedAndHyphenatedSpellingsAreOneModel(String spelling, String model) {
        assertThat(directory.modelId("openai", spelling)).isEqualTo("openai/" + model);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4-0613,gpt-4-0613",
        "command-r-08-2024,command-r-08-2024",
        "mistral-large-2411,mistral-large-2411",
        "Qwen2.5 Instruct (72B),qwen2-5-instruct-72b",
        "Grok 4.20 (Non-Reasoning),grok-4-20-non-reasoning",
        "gemini-2.5-pro-preview-06-05,gemini-2-5-pro-preview-06-05",
        "model-20249999,model-20249999",
        "2025-03-31,2025-03-31"
    })
    void whatTellsModelsApartStays(String name, String model) {
        assertThat(directory.modelId("x", name)).isEqualTo("x/" + model);
    }

    @Test
    void anIdIsTakenAtItsWordDateAndAll() {
        assertThat(directory.modelIdOf("openai", "gpt-4o-2024-05-13")).isEqualTo("openai/gpt-4o-2024-05-13");
    }

    @Test
    void anAliasKeepsADatedModelApart() {
        Directory apart = directory.extendedBy(
                "mine.csv", new StringReader("alias,model\nopenai/gpt-4o-2024-05-13,openai/gpt-4o-2024-05-13\n"));

        assertThat(apart.modelId("openai", "GPT-4o (2024-05-13)")).isEqualTo("openai/gpt-4o-2024-05-13");
        assertThat(apart.modelId("openai", "gpt-4o-2024-08-06")).isEqualTo("openai/gpt-4o");
    }

    @Test
    void aUsersFileExtendsAndOverrides() {
        String csv =
                "alias,company,model,benchmark\n深度求索,DeepSeek,,\nqwen,Qwen Labs,,\nopenai/gpt4,,openai/gpt-4,\nGPQA,,,GPQA Diamond\n";

        Directory extended = directory.extendedBy("mine.csv", new StringReader(csv));

        assertThat(extended.company("深度求索").companyId()).isEqualTo("deepseek");
        assertThat(extended.company("Qwen").companyId()).isEqualTo("qwen-labs");
        assertThat(extended.company("Mistral").companyId()).isEqualTo("mistral-ai");
        assertThat(extended.modelId("openai", "GPT4")).isEqualTo("openai/gpt-4");
        assertThat(extended.benchmarkId("gpqa")).isEqualTo("gpqa-diamond");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,company\na,b\n",
                "alias,company\n,b\n",
                "alias,company\na,\n",
                "alias,company\na,🚀\n",
                "alias,model\na,b\n"
            })
    void aFileOfAnotherFormIsRefusedByNameAndLine(String csv) {
        assertThatThrownBy(() -> directory.extendedBy("mine.csv", new StringReader(csv)))
                .isInstanceOf(AliasException.class)
                .hasMessageMatching("mine\\.csv, line \\d: .+");
    }
}
