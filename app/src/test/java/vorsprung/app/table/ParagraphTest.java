package vorsprung.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ParagraphTest {

    @Test
    void linesEndBeforeTheScreenDoes() {
        Screen narrow = new Screen(true, OptionalInt.of(22), Ink.PLAIN, Marks.ASCII);

        assertThat(Paragraph.layout("The best score of all companies.", narrow))
                .containsExactly("  The best score of", "  all companies.");
    }

    @Test
    void withoutAScreenALineIsNoLongerThanAHundredColumns() {
        assertThat(Paragraph.layout("word ".repeat(40), Screen.PIPE))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void aWordThatIsTooLongHasALineOfItsOwn() {
        Screen narrow = new Screen(true, OptionalInt.of(12), Ink.PLAIN, Marks.ASCII);

        assertThat(Paragraph.layout("a https://example.org/long b", narrow))
                .containsExactly("  a", "  https://example.org/long", "  b");
    }

    @Test
    void whatCouldMoveTheCursorIsMadeHarmless() {
        assertThat(Paragraph.layout("a\u001b[2Jb", Screen.PIPE)).containsExactly("  a\uFFFD[2Jb");
    }
}
