package vorsprung.ingest.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vorsprung.topic.EventType;

/** Epoch AI's {@code ai_companies_revenue_reports.csv}: annualized revenue of whole companies. */
final class RevenueTable implements Table {
    private static final String ANNUALIZED = "Annualized revenue (USD)";

    static final List<String> COLUMNS = List.of("Id", "Company", "Date", ANNUALIZED);

    private final DatedRows rows;

    RevenueTable(Organizations organizations) {
        this.rows = new DatedRows(organizations, "revenue", EventType.FINANCIAL_REPORT);
    }

    @Override
    public void read(Row row, Findings to) throws BadCellException {
        Optional<BigDecimal> revenue = row.number(ANNUALIZED);
        if (revenue.isEmpty()) {
            to.skip(row.line(), "no annualized revenue of the whole company");
            return;
        }
        DatedRows.Dated dated = rows.of(row);
        to.report(
                row.line(),
                dated.report("").whole("annualizedRevenueUsd", revenue).json(),
                dated.remarks());
    }
}
