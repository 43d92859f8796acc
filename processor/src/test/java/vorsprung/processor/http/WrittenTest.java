package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vorsprung.http.Json;
import vorsprung.processor.query.Question;

/** What is written once reads as if it were written each time. */
class WrittenTest {
    private static final Instant TIME = Instant.parse("2025-01-27T00:00:00Z");

    private int shown;
    private final Written<Figures> written = new Written<>(figures -> {
        shown++;
        return figures;
    });

    record Figures(String name, long usd, List<String> evidence) {}

    @Test
    void asAnObjectOfAList() {
        Figures one = new Figures("Moonshot \"AI\" 月之暗面 \uD83D\uDE80", 1, List.of("a, b", "}"));
        Figures other = new Figures("DeepSeek", 2, List.of());

        Page<Figures> page = new Page<>(TIME, TIME, List.of(one, other), null, null);

        assertThat(json(page.with(page.items().stream().map(written::of).toList())))
                .isEqualTo(json(page));
    }

    @Test
    void amongTheFieldsOfAnAnswer() {
        Figures figures = new Figures("Moonshot \"AI\" 月之暗面 \uD83D\uDE80", 1, List.of("a, b", "}"));
        Question question = new Question(TIME, TIME, Set.of());

        assertThat(json(Answer.to(question, written.of(figures)))).isEqualTo(json(Answer.to(question, figures)));
    }

    @Test
    void theSameFiguresAreWrittenOnceAndEqualOnesEach() {
        Figures figures = new Figures("DeepSeek", 2, List.of());

        assertThat(written.of(figures)).isSameAs(written.of(figures));
        assertThat(shown).isEqualTo(1);

        written.of(new Figures("DeepSeek", 2, List.of()));
        assertThat(shown).isEqualTo(2);
    }

    private static String json(Object answer) {
        return new String(Json.bytes(answer), StandardCharsets.UTF_8);
    }
}
