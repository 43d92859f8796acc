package vorsprung.wire;

import java.time.Instant;
import vorsprung.event.FundingRound;
import vorsprung.event.Precision;

/** A funding round for tests, and where it goes. */
final class Rounds {
    static final String TOPIC = "market.funding-rounds";
    static final String SUBJECT = "market.funding-rounds-value";

    private Rounds() {}

    static FundingRound seriesF() {
        return FundingRound.newBuilder()
                .setCompanyId("openai")
                .setCompany("OpenAI")
                .setOccurredAt(Instant.parse("2025-03-31T00:00:00Z"))
                .setOccurredAtPrecision(Precision.DAY)
                .setRound("Series F")
                .setAmountUsd(40_000_000_000L)
                .setPostMoneyValuationUsd(300_000_000_000L)
                .build();
    }
}
