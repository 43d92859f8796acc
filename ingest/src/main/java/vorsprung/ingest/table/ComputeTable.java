package vorsprung.ingest.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vorsprung.topic.EventType;

/** Epoch AI's {@code ai_companies_compute_spend.csv}: what a company spends on compute in a year. */
final class ComputeTable implements Table {
    static final List<String> COLUMNS = List.of("Id", "Company", "Amount", "Period type", "Date");

    private final DatedRows rows;

    ComputeTable(Organizations organizations) {
        this.rows = new DatedRows(organizations, "compute", EventType.FINANCIAL_REPORT);
    }

    @Override
    public void read(Row row, Findings to) throws BadCellException {
        Optional<BigDecimal> amount = row.number("Amount");
        if (amount.isEmpty()) {
            to.skip(row.line(), "no amount");
            return;
        }
        String period = row.text("Period type").orElse("");
        if (!period.equals("Year") && !period.equals("Annualized")) {
            to.skip(row.line(), "an amount that is not of a year");
            return;
        }
        DatedRows.Dated dated = rows.of(row);
        to.report(
                row.line(),
                dated.report("").whole("annualComputeSpendUsd", amount).json(),
                dated.remarks());
    }
}
