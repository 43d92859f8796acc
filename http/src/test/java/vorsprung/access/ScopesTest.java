package vorsprung.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScopesTest {
    @Test
    void aScopeAllowsItselfAndNothingElse() {
        Scopes scopes = Scopes.of(List.of("publish:Reuters", "correct:own"));

        assertThat(scopes.allow("publish:Reuters")).isTrue();
        assertThat(scopes.allow("publish:reuters")).isFalse();
        assertThat(scopes.allow("publish:Reuters ")).isFalse();
        assertThat(scopes.allow("correct:own")).isTrue();
        assertThat(scopes.allow("correct:any")).isFalse();
        assertThat(scopes.allow("query")).isFalse();
    }

    @Test
    void theWiderScopesIncludeTheNarrowerOnes() {
        assertThat(Scopes.of(List.of("publish:*")).allow("publish:Reuters")).isTrue();
        assertThat(Scopes.of(List.of("publish:*")).allow("query")).isFalse();
        assertThat(Scopes.of(List.of("correct:any")).allow("correct:own")).isTrue();
        assertThat(Scopes.of(List.of("admin")).allow("correct:any")).isTrue();
        assertThat(Scopes.of(List.of("admin")).allow("publish:Reuters")).isTrue();
    }

    @Test
    void theOnlySourceIsThatOfTheOnlyPublishScope() {
        assertThat(Scopes.of(List.of("publish:Reuters", "query")).onlySource()).contains("Reuters");
        assertThat(Scopes.of(List.of("publish:Reuters", "publish:AP")).onlySource())
                .isEmpty();
        assertThat(Scopes.of(List.of("publish:*")).onlySource()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "publish", "publish:", "publish: x", "Query", "correct", "publish:a\nb"})
    void whatIsNoScopeIsRefusedWithThoseThereAre(String text) {
        assertThatThrownBy(() -> Scopes.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("correct:own");
    }

    @Test
    void whoMayPublishHasAScopeForAtLeastOneSource() {
        assertThat(Scopes.of(List.of("query", "correct:any")).allowPublishing()).isFalse();
        assertThat(Scopes.of(List.of("query", "publish:A")).allowPublishing()).isTrue();
        assertThat(Scopes.of(List.of("publish:*")).allowPublishing()).isTrue();
        assertThat(Scopes.all().allowPublishing()).isTrue();
    }
}
