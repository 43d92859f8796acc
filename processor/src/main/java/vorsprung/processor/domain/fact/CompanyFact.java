package vorsprung.processor.domain.fact;

import java.util.Optional;

/** A fact in force about a company. */
public sealed interface CompanyFact {

    /** When it was so, when it was known, and its eventId. */
    Place place();

    /** Display name of the company, where the reports gave one. */
    Optional<String> company();

    /** What kind of fact it is; together with the place that names it among all facts of a company. */
    Kind kind();

    /** The four kinds, named as in JSON and URLs. */
    enum Kind {
        FUNDING_ROUND,
        USAGE_REPORT,
        FINANCIAL_REPORT,
        LEAD_CLAIM;

        /** Whether such a fact makes a company one of those that are listed. */
        public boolean isListed() {
            return this != LEAD_CLAIM;
        }
    }

    /** A funding round. */
    record Funding(Optional<String> company, Round round) implements CompanyFact {
        @Override
        public Place place() {
            return round.place();
        }

        @Override
        public Kind kind() {
            return Kind.FUNDING_ROUND;
        }
    }

    /** How much a product is used. */
    record Use(Optional<String> company, Usage usage) implements CompanyFact {
        @Override
        public Place place() {
            return usage.place();
        }

        @Override
        public Kind kind() {
            return Kind.USAGE_REPORT;
        }
    }

    /** Burn, revenue, cash. */
    record Books(Optional<String> company, Finances finances) implements CompanyFact {
        @Override
        public Place place() {
            return finances.place();
        }

        @Override
        public Kind kind() {
            return Kind.FINANCIAL_REPORT;
        }
    }

    /** How long its lead is said to be. */
    record Lead(Optional<String> company, Claim claim) implements CompanyFact {
        @Override
        public Place place() {
            return claim.place();
        }

        @Override
        public Kind kind() {
            return Kind.LEAD_CLAIM;
        }
    }
}
