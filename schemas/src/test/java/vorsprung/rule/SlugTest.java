package vorsprung.rule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "GPT-3.5 Turbo, gpt-3-5-turbo",
        "OpenAI, openai",
        "'  Mistral  AI ', mistral-ai",
        "--x--, x",
        "Claude 3 (Opus), claude-3-opus",
        "Ångström, ngstr-m",
        "o1, o1",
        "INDIGO, indigo"
    })
    void everyRunOfOtherCharactersBecomesOneHyphenAndNoneAtTheEnds(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "🤖🚀", "通义千问", "---"})
    void ofANameWithoutLettersOrDigitsNothingRemains(String name) {
        assertThat(Slug.of(name)).isEmpty();
    }

    @Property
    void theSlugOfASlugIsItself(@ForAll String name) {
        String slug = Slug.of(name);

        assertThat(Slug.of(slug)).isEqualTo(slug);
        assertThat(Slug.isSlug(slug)).isEqualTo(!slug.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "a b", "a/b", "é"})
    void whatASlugWouldLookDifferentIsNone(String text) {
        assertThat(Slug.isSlug(text)).isFalse();
    }

    @Test
    void aModelIdIsTwoSlugsAndOneSlash() {
        assertThat(Slug.isModelId("openai/gpt-4-5")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "/gpt", "openai/", "openai/gpt/4", "OpenAI/gpt", "openai/GPT", ""})
    void anythingElseIsNoModelId(String text) {
        assertThat(Slug.isModelId(text)).isFalse();
    }
}
