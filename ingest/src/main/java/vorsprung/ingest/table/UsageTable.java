package vorsprung.ingest.table;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vorsprung.topic.EventType;

/** Epoch AI's {@code ai_companies_usage_reports.csv}: each figure of a row (users, tokens, messages) is a fact. */
final class UsageTable implements Table {
    private static final String USERS = "Active users";
    private static final String PERIOD = "Active users time period";

    static final List<String> COLUMNS = List.of("Id", "Company", USERS, PERIOD, "Daily tokens", "Date");

    private final DatedRows rows;

    UsageTable(Organizations organizations) {
        this.rows = new DatedRows(organizations, "usage", EventType.USAGE_REPORT);
    }

    @Override
    public void read(Row row, Findings to) throws BadCellException {
        Map<String, BigDecimal> figures = figures(row);
        if (figures.isEmpty()) {
            to.skip(row.line(), "no figure of users, tokens or messages");
            return;
        }
        DatedRows.Dated dated = rows.of(row);
        String suffix = "";
        for (Map.Entry<String, BigDecimal> figure : figures.entrySet()) {
            RawReport report = dated.report(suffix.isEmpty() ? "" : ":" + lower(figure.getKey()))
                    .text("product", row.text("Product"))
                    .text("metric", figure.getKey())
                    .whole("value", Optional.of(figure.getValue()));
            to.report(row.line(), report.json(), dated.remarks());
            suffix = figure.getKey();
        }
    }

    private static Map<String, BigDecimal> figures(Row row) throws BadCellException {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        Optional<BigDecimal> users = row.number(USERS);
        if (users.isPresent()) {
            figures.put(metric(row), users.get());
        }
        row.number("Daily tokens").ifPresent(tokens -> figures.put("DAILY_TOKENS", tokens));
        row.number("Daily messages").ifPresent(messages -> figures.put("DAILY_MESSAGES", messages));
        return figures;
    }

    private static String metric(Row row) throws BadCellException {
        String period = row.text(PERIOD).orElse("");
        return switch (lower(period)) {
            case "weekly" -> "WEEKLY_ACTIVE_USERS";
            case "monthly" -> "MONTHLY_ACTIVE_USERS";
            case "daily" -> "DAILY_ACTIVE_USERS";
            case "total" -> "TOTAL_USERS";
            default ->
                throw new BadCellException(PERIOD, "expected Daily, Weekly, Monthly or Total, found \"" + period + '"');
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
