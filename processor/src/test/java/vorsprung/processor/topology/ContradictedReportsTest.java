package vorsprung.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.topology.Events.at;
import static vorsprung.processor.topology.Events.round;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vorsprung.event.Source;

final class ContradictedReportsTest {
    private static final Instant NOW = at("2025-03-31");

    private final TopologyFixture market = new TopologyFixture();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void anotherFigureOfAnotherSourceContradicts() {
        market.publish(raised(6_600, "Reuters"), NOW);
        market.publish(raised(6_500, "Bloomberg"), NOW);

        assertThat(market.counts()).containsEntry("funding-round CONTRADICTED", 1);
    }

    @Test
    void aSourceThatCorrectsItselfDoesNotContradict() {
        market.publish(raised(6_600, "Reuters"), NOW);
        market.publish(raised(6_700, "Reuters"), NOW);
        market.publish(raised(6_700, "Reuters"), NOW);

        assertThat(market.counts()).doesNotContainKey("funding-round CONTRADICTED");
    }

    @Test
    void theSameFigureOfAnotherSourceDoesNotContradict() {
        market.publish(raised(6_600, "Reuters"), NOW);
        market.publish(raised(6_600, "Bloomberg"), NOW);

        assertThat(market.counts()).doesNotContainKey("funding-round CONTRADICTED");
    }

    @Test
    void aNameSpeltInAnotherWayIsNoContradiction() {
        market.publish(raised(6_600, "Reuters"), NOW);
        market.publish(
                round("openai", "e", "2025-03-30")
                        .setCompany("Open AI")
                        .setSource(new Source("Bloomberg", null))
                        .build(),
                NOW);

        assertThat(market.counts()).doesNotContainKey("funding-round CONTRADICTED");
    }

    @Test
    void historyIsToldApart() {
        market.publish(raised(6_600, "Reuters"), at("2025-05-01"));
        market.publish(raised(6_500, "Bloomberg"), at("2025-05-01"));

        assertThat(market.counts())
                .containsEntry("funding-round CONTRADICTED before", 1)
                .doesNotContainKey("funding-round CONTRADICTED");
    }

    private static SpecificRecord raised(long millions, String source) {
        return round("openai", "e", "2025-03-30")
                .setSource(new Source(source, null))
                .setAmountUsd(millions * 1_000_000)
                .build();
    }
}
