package vorsprung.ingest.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vorsprung.topic.EventType;

/** What Epoch AI's tables of reports on companies have in common: id, company, day, report date, source, confidence. */
final class DatedRows {
    private final Organizations organizations;
    private final String prefix;
    private final EventType type;

    /** {@code prefix} begins the eventIds. */
    DatedRows(Organizations organizations, String prefix, EventType type) {
        this.organizations = organizations;
        this.prefix = prefix;
        this.type = type;
    }

    /** A row, ready for as many reports as it holds figures. */
    final class Dated {
        private final Row row;
        private final String company;
        private final LocalDate day;
        private final KnownOn known;

        private Dated(Row row, String company, LocalDate day, KnownOn known) {
            this.row = row;
            this.company = company;
            this.day = day;
            this.known = known;
        }

        /** A report without its figure; the suffix tells the facts of one row apart. */
        RawReport report(String suffix) {
            Optional<String> id =
                    organizations.eventId(prefix, company, day, row.text("Id").orElse(""));
            return RawReport.of(type, EpochTables.COMPANIES, row.text("Source 1"))
                    .text("eventId", id.map(base -> base + suffix))
                    .text("company", company)
                    .day("occurredAt", day)
                    .day("recordedAt", known.day())
                    .confidence(row.text("Confidence"));
        }

        List<String> remarks() {
            return known.remarks();
        }
    }

    Dated of(Row row) throws BadCellException {
        Optional<String> company = row.text("Company");
        Optional<LocalDate> day = row.day("Date");
        if (company.isEmpty() || day.isEmpty()) {
            throw new BadCellException(company.isEmpty() ? "Company" : "Date", "is empty");
        }
        return new Dated(row, company.get(), day.get(), KnownOn.of(row, day.get()));
    }
}
