package vorsprung.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SafeTextTest {

    @Test
    void whatATerminalCouldTakeForACommandBecomesAMark() {
        assertThat(SafeText.line("a\u001b[31mb\u009bc\u0007\u202ed\u2028e\uD800f"))
                .isEqualTo("a\uFFFD[31mb\uFFFDc\uFFFD\uFFFDd\uFFFDe\uFFFDf");
    }

    @Test
    void linesBecomeOneUnlessLinesAreMeant() {
        assertThat(SafeText.line("a\nb\tc")).isEqualTo("a b c");
        assertThat(SafeText.lines("a\nb\tc")).isEqualTo("a\nb c");
    }

    @Test
    void namesInAnyScriptStayAsTheyAre() {
        String names = "Müller 深度求索 🤖 می‌خواهم e\u0301 <script>";

        assertThat(SafeText.line(names)).isEqualTo(names);
    }

    @Test
    void jsonStillSaysTheSame() {
        assertThat(SafeText.json("{\n\"a\" : \"\u009b\u202e🤖\"}")).isEqualTo("{\n\"a\" : \"\\u009b\\u202e🤖\"}");
    }
}
