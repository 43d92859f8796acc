package vorsprung.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import vorsprung.app.table.Figures;
import vorsprung.app.table.SafeText;

/** A field of an answer in the form that people read, chosen by what its name says of its unit. */
final class FieldText {

    private FieldText() {}

    /** The value of a field; {@value Figures#UNKNOWN} when it is missing. */
    static String of(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Figures.UNKNOWN;
        }
        if (value.isNumber()) {
            return number(name, Optional.of(value.decimalValue()));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(field -> field.getKey() + " " + of(field.getKey(), field.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return SafeText.line(value.isTextual() ? time(value.textValue()) : value.toString());
    }

    /** US dollars for a million tokens: {@code $0.2625}. */
    static String price(Optional<BigDecimal> dollars) {
        return dollars.map(amount -> "$" + Figures.number(Optional.of(amount))).orElse(Figures.UNKNOWN);
    }

    private static String number(String name, Optional<BigDecimal> value) {
        if (name.endsWith("UsdPerMillionTokens")) {
            return price(value);
        }
        if (name.endsWith("Usd")) {
            return Figures.money(value);
        }
        if (name.endsWith("Days")) {
            return Figures.days(value);
        }
        return switch (name) {
            case "stepUp", "yearOverYearMultiple", "revenueMultiple" -> Figures.factor(value);
            case "drawdown" -> Figures.share(value);
            case "marginPercent", "changePercent" -> Figures.percent(value);
            case "score", "frontier", "margin" -> Figures.score(value);
            case "parameters", "contextWindowTokens" -> Figures.count(value);
            default -> Figures.number(value);
        };
    }

    /** Of midnight, which is how a day is written, the day is enough. */
    private static String time(String text) {
        return text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2})T00:00:00Z$", "$1");
    }
}
