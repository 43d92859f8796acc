package vorsprung.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class TableTest {

    private static final Table<List<String>> TABLE = Table.of(
            Column.text("name", row -> row.get(0)),
            Column.number("amount", row -> row.get(1)),
            Column.text("remark", row -> row.get(2)));

    @Test
    void numbersStandRightAndNoLineEndsInBlanks() {
        Table.Layout layout = TABLE.layout(List.of(List.of("a", "1", "x"), List.of("bcdef", "23", "")), Screen.PIPE);

        assertThat(layout.lines()).containsExactly("name   amount  remark", "a           1  x", "bcdef      23");
        assertThat(layout.hidden()).isEmpty();
    }

    @Test
    void wideCharactersTakeTwoColumnsAndMarksNone() {
        Table.Layout layout = TABLE.layout(List.of(List.of("深度求索", "1", "x"), List.of("é", "2", "x")), Screen.PIPE);

        assertThat(layout.lines())
                .containsExactly("name      amount  remark", "深度求索       1  x", "é              2  x");
    }

    @Test
    void textsAreCutBeforeColumnsAreLeftOut() {
        List<List<String>> rows = List.of(List.of("a".repeat(40), "1,000", "short"));

        Table.Layout layout = TABLE.layout(rows, screen(40));

        assertThat(layout.lines().get(1)).isEqualTo("a".repeat(23) + "…   1,000  short");
        assertThat(layout.hidden()).isEmpty();
    }

    @Test
    void columnsAreLeftOutFromTheRightWhereTextsCannotBeCutFurther() {
        List<List<String>> rows = List.of(List.of("a".repeat(40), "1".repeat(25), "b".repeat(40)));

        Table.Layout layout = TABLE.layout(rows, screen(40));

        assertThat(layout.lines().get(1)).isEqualTo("a".repeat(9) + "…  " + "1".repeat(25));
        assertThat(layout.hidden()).containsExactly("remark");
    }

    private static Screen screen(int width) {
        return Screen.terminal(OptionalInt.of(width), Map.of("NO_COLOR", "1"));
    }
}
