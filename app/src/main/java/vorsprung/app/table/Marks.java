package vorsprung.app.table;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What charts are drawn with. */
public enum Marks {
    /** Blocks and lines, for terminals that take UTF-8. */
    BLOCKS(" ▁▂▃▄▅▆▇█", "·", "│", "└", "─"),
    /** What every terminal has. */
    ASCII(" ...:::##", ".", "|", "+", "-");

    /** How many levels a character has besides the empty one. */
    static final int LEVELS = 8;

    private final String levels;
    private final String track;
    private final String axis;
    private final String corner;
    private final String floor;

    Marks(String levels, String track, String axis, String corner, String floor) {
        this.levels = levels;
        this.track = track;
        this.axis = axis;
        this.corner = corner;
        this.floor = floor;
    }

    /** Those that the locale in the environment allows: the first variable that is set decides, as POSIX has it. */
    static Marks of(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        return locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8") ? BLOCKS : ASCII;
    }

    /** A character filled from below to this level. */
    char level(int level) {
        return levels.charAt(Math.max(0, Math.min(LEVELS, level)));
    }

    /** Where something could be, but is not. */
    char track() {
        return track.charAt(0);
    }

    /** The line that heights are told beside. */
    String axis() {
        return axis;
    }

    /** The line that columns stand on, this many characters long, and where it begins. */
    String floor(int columns) {
        return corner + floor.repeat(columns);
    }
}
