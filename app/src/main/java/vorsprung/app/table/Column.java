package vorsprung.app.table;

import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param header its title
 * @param align the side its cells stand at
 * @param cell what a row has in it
 */
public record Column<T>(String header, Align align, Function<T, String> cell) {

    /** The side of a column that its cells stand at. */
    public enum Align {
        /** Texts; they may be cut where the screen is too narrow. */
        LEFT,
        /** Numbers and dates; never cut, since half a number is a wrong one. */
        RIGHT
    }

    /** A column of texts. */
    public static <T> Column<T> text(String header, Function<T, String> cell) {
        return new Column<>(header, Align.LEFT, cell);
    }

    /** A column of numbers. */
    public static <T> Column<T> number(String header, Function<T, String> cell) {
        return new Column<>(header, Align.RIGHT, cell);
    }
}
