package vorsprung.app.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vorsprung.app.client.Answer;
import vorsprung.app.table.Figures;

/** What a signal says, in the words of its type. */
final class SignalText {

    private SignalText() {}

    /** The figure that made it, and what that was before. */
    static String figures(Answer signal) {
        String now = figure(signal, signal.number("value"));
        return signal.number("previous").isPresent()
                ? now + ", before " + figure(signal, signal.number("previous"))
                : now;
    }

    /** What is to be said of it beside its figures. */
    static String remarks(Answer signal) {
        List<String> remarks = new ArrayList<>();
        signal.text("detail").ifPresent(detail -> remarks.add(Figures.text(Optional.of(detail))));
        if (signal.isTrue("withdrawn")) {
            remarks.add("withdrawn");
        }
        if (signal.isTrue("historical")) {
            remarks.add("historical");
        }
        return String.join(", ", remarks);
    }

    /** A constant as words: {@code lead changed}. */
    static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String figure(Answer signal, Optional<BigDecimal> value) {
        return switch (signal.text("type").orElse("")) {
            case "VALUATION_STEP_UP", "DOWN_ROUND" -> Figures.money(value);
            case "RUNWAY_SHORT" -> Figures.tenths(value) + " months";
            case "LEAD_CHANGED" -> Figures.score(value);
            case "CAUGHT_UP", "LEAD_COMPRESSED" -> Figures.days(value) + " days";
            case "PRICE_CUT" -> FieldText.price(value);
            case "PRICE_WAR" -> Figures.number(value) + " cuts";
            default -> Figures.number(value);
        };
    }
}
