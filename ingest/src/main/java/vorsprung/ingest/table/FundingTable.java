package vorsprung.ingest.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vorsprung.topic.EventType;

/**
 * Epoch AI's {@code ai_companies_funding_rounds.csv}: rounds, tenders, marks and talks. Equity and debt in one row make
 * two facts. Talks have no close date and count from the day they were reported.
 */
final class FundingTable implements Table {
    static final List<String> COLUMNS =
            List.of("Id", "Company", "Close date", "Status", "Funding (equity)", "Valuation (post-money)");

    private static final String STATUS = "Status";

    private final Organizations organizations;

    FundingTable(Organizations organizations) {
        this.organizations = organizations;
    }

    /** What the equity and the debt of a row have in common. */
    private record Round(
            String label,
            String company,
            LocalDate day,
            KnownOn known,
            Optional<String> status,
            Optional<String> url,
            Optional<String> confidence) {}

    @Override
    public void read(Row row, Findings to) throws BadCellException {
        Optional<String> company = row.text("Company");
        Optional<LocalDate> closed = row.day("Close date");
        Optional<LocalDate> day = closed.isPresent() ? closed : row.day("Report date");
        if (company.isEmpty() || day.isEmpty()) {
            throw new BadCellException(
                    company.isEmpty() ? "Company" : "Close date", "is empty, and so is what could stand for it");
        }
        Round round = new Round(
                row.text("Id").orElse(""),
                company.get(),
                day.get(),
                KnownOn.of(row, day.get()).notBefore(day.get()),
                status(row),
                row.text("Source 1"),
                row.text("Confidence"));
        addEquity(round, row, to);
        Optional<BigDecimal> debt = row.number("Funding (debt)").filter(amount -> amount.signum() != 0);
        if (debt.isPresent()) {
            to.report(row.line(), debt(round, debt.get()).json());
        }
    }

    private void addEquity(Round round, Row row, Findings to) throws BadCellException {
        RawReport equity = report(round, round.label(), "")
                .text("kind", kind(row))
                .number("amountUsd", row.number("Funding (equity)"))
                .number("postMoneyValuationUsd", row.number("Valuation (post-money)"));
        to.report(row.line(), equity.json(), round.known().remarks());
    }

    private RawReport debt(Round round, BigDecimal amount) {
        return report(round, round.label() + " (debt)", ":debt")
                .text("kind", "DEBT")
                .number("amountUsd", Optional.of(amount));
    }

    private RawReport report(Round round, String label, String suffix) {
        Optional<String> id = organizations.eventId("funding", round.company(), round.day(), round.label());
        return RawReport.of(EventType.FUNDING_ROUND, EpochTables.COMPANIES, round.url())
                .text("eventId", id.map(base -> base + suffix))
                .text("company", round.company())
                .day("occurredAt", round.day())
                .day("recordedAt", round.known().day())
                .confidence(round.confidence())
                .text("round", Optional.of(label).filter(text -> !text.isEmpty()))
                .text("status", round.status());
    }

    private static Optional<String> status(Row row) throws BadCellException {
        Optional<String> cell = row.text(STATUS);
        if (cell.isEmpty()) {
            return cell;
        }
        String word = cell.get().toLowerCase(Locale.ROOT);
        if (word.endsWith("discussions") || word.startsWith("rumo")) {
            return Optional.of("RUMORED");
        }
        return switch (word) {
            case "closed" -> Optional.of("CLOSED");
            case "announced" -> Optional.of("ANNOUNCED");
            default ->
                throw new BadCellException(
                        STATUS, "expected Closed, Announced or … discussions, found \"" + cell.get() + '"');
        };
    }

    /** "Primary,Debt" is a round; what is neither primary, secondary nor debt is a mark, such as that of a merger. */
    private static String kind(Row row) {
        String type = row.text("Type").orElse("primary").toLowerCase(Locale.ROOT);
        if (type.contains("primary")) {
            return "EQUITY";
        }
        if (type.contains("secondary")) {
            return "SECONDARY";
        }
        return type.contains("debt") ? "DEBT" : "PUBLIC_MARK";
    }
}
