package vorsprung.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.topology.Events.at;
import static vorsprung.processor.topology.Events.round;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vorsprung.event.Precision;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.query.Question;
import vorsprung.topic.EventType;

/** The reports of one fact fold into it in the order in which they were known. */
class FoldedReportsTest {
    private static final long BILLION = 1_000_000_000L;

    private static final Question NOW = known(TopologyFixture.NOW.toString());

    private final TopologyFixture market = new TopologyFixture();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void aReportThatIsEqualInAllItsContentCountsOnce() {
        var report = round("openai", "series-f", "2025-03-31").setAmountUsd(40 * BILLION);

        market.publish(report.build());
        market.publish(report.build());

        assertThat(company("openai").totalRaisedUsd()).isEqualTo(40 * BILLION);
        assertThat(market.counts()).isEqualTo(Map.of("funding-round PROCESSED", 1, "funding-round DUPLICATE", 1));
        assertThat(reports("openai", "series-f")).isEqualTo(1);
    }

    @Test
    void aCorrectionReplacesOnlyTheFieldsThatItCarries() {
        market.publish(round("openai", "series-f", "2025-03-31")
                .setAmountUsd(40 * BILLION)
                .setPostMoneyValuationUsd(300 * BILLION)
                .build());
        market.publish(round("openai", "series-f", "2025-03-31")
                .setRecordedAt(at("2025-04-02"))
                .setAmountUsd(41 * BILLION)
                .build());

        Company company = company("openai");

        assertThat(company.totalRaisedUsd()).isEqualTo(41 * BILLION);
        assertThat(company.valuationUsd()).isEqualTo(300 * BILLION);
        assertThat(company.rounds()).isEqualTo(1);
    }

    @Test
    void anOldReportThatArrivesLateTakesItsPlaceInTheOrder() {
        market.publish(round("openai", "series-f", "2025-03-31")
                .setRecordedAt(at("2025-04-02"))
                .setAmountUsd(41 * BILLION)
                .build());
        market.publish(round("openai", "series-f", "2025-03-31")
                .setRecordedAt(at("2025-04-01"))
                .setAmountUsd(40 * BILLION)
                .setPostMoneyValuationUsd(300 * BILLION)
                .build());

        Company company = company("openai");

        assertThat(company.totalRaisedUsd()).isEqualTo(41 * BILLION);
        assertThat(company.valuationUsd()).isEqualTo(300 * BILLION);
    }

    @Test
    void anOldReportWhoseEveryFieldWasSaidAgainIsSuperseded() {
        market.publish(round("openai", "series-f", "2025-03-31")
                .setRecordedAt(at("2025-04-02"))
                .setAmountUsd(41 * BILLION)
                .build());
        market.publish(round("openai", "series-f", "2025-03-31")
                .setRecordedAt(at("2025-04-01"))
                .setAmountUsd(40 * BILLION)
                .build());

        assertThat(company("openai").totalRaisedUsd()).isEqualTo(41 * BILLION);
        assertThat(market.counts()).isEqualTo(Map.of("funding-round PROCESSED", 1, "funding-round SUPERSEDED", 1));
    }

    @Test
    void aRetractionRemovesTheFact() {
        market.publish(round("openai", "series-f", "2025-03-31")
                .setAmountUsd(40 * BILLION)
                .build());
        market.publish(round("openai", "series-f", "2025-03-31")
                .setRecordedAt(at("2025-04-02"))
                .setRetracted(true)
                .build());

        assertThat(market.queries().companies().company("openai", NOW)).isEmpty();
        assertThat(market.queries().companies().company("openai", known("2025-04-01")))
                .map(Company::totalRaisedUsd)
                .contains(40 * BILLION);
    }

    @Test
    void aReportAfterARetractionStartsTheFactAnew() {
        market.publish(round("openai", "series-f", "2025-03-31")
                .setAmountUsd(40 * BILLION)
                .setPostMoneyValuationUsd(300 * BILLION)
                .build());
        market.publish(round("openai", "series-f", "2025-03-31")
                .setRecordedAt(at("2025-04-02"))
                .setRetracted(true)
                .build());
        market.publish(round("openai", "series-f", "2025-03-31")
                .setRecordedAt(at("2025-04-03"))
                .setAmountUsd(30 * BILLION)
                .build());

        Company company = company("openai");

        assertThat(company.totalRaisedUsd()).isEqualTo(30 * BILLION);
        assertThat(company.valuationUsd()).isNull();
    }

    @Test
    void aReportDropsTheFieldsThatItClears() {
        market.publish(round("openai", "series-f", "2025-03-31")
                .setAmountUsd(40 * BILLION)
                .setPostMoneyValuationUsd(300 * BILLION)
                .build());
        market.publish(round("openai", "series-f", "2025-03-31")
                .setRecordedAt(at("2025-04-02"))
                .setClears(List.of("postMoneyValuationUsd"))
                .build());

        Company company = company("openai");

        assertThat(company.valuationUsd()).isNull();
        assertThat(company.totalRaisedUsd()).isEqualTo(40 * BILLION);
    }

    @Test
    void aTimeOfLowerPrecisionDoesNotReplaceAFinerOneInsideIt() {
        market.publish(round("openai", "series-f", "2025-03-31")
                .setOccurredAtPrecision(Precision.DAY)
                .setPostMoneyValuationUsd(300 * BILLION)
                .build());
        market.publish(round("openai", "series-f", "2025-03-01")
                .setRecordedAt(at("2025-04-02"))
                .setOccurredAtPrecision(Precision.MONTH)
                .setPostMoneyValuationUsd(301 * BILLION)
                .build());

        Company company = company("openai");

        assertThat(company.valuationAt()).isEqualTo("2025-03-31T00:00:00Z");
        assertThat(company.valuationUsd()).isEqualTo(301 * BILLION);
    }

    @Test
    void aTimeOfLowerPrecisionReplacesAFinerOneOutsideOfIt() {
        market.publish(round("openai", "series-f", "2025-03-31")
                .setOccurredAtPrecision(Precision.DAY)
                .setPostMoneyValuationUsd(300 * BILLION)
                .build());
        market.publish(round("openai", "series-f", "2025-04-01")
                .setRecordedAt(at("2025-04-02"))
                .setOccurredAtPrecision(Precision.MONTH)
                .build());

        assertThat(company("openai").valuationAt()).isEqualTo("2025-04-01T00:00:00Z");
    }

    private static Question known(String knownAt) {
        return new Question(TopologyFixture.NOW, at(knownAt), Set.of());
    }

    private Company company(String companyId) {
        return market.queries().companies().company(companyId, NOW).orElseThrow();
    }

    private int reports(String companyId, String eventId) {
        return market.queries()
                .events()
                .story(EventType.FUNDING_ROUND, companyId, eventId, NOW)
                .orElseThrow()
                .reports()
                .size();
    }
}
