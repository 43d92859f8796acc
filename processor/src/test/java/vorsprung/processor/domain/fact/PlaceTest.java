package vorsprung.processor.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The design, section 1: first, last and newest go by occurredAt, last recordedAt, eventId. */
class PlaceTest {
    private static final Instant NOON = Instant.parse("2025-03-31T12:00:00Z");

    @Test
    void placesAreOrderedByWhenItWasSoThenWhenItWasKnownThenEventId() {
        Place place = new Place(NOON, NOON, "b");

        assertThat(new Place(NOON.minusMillis(1), NOON.plusMillis(9), "z")).isLessThan(place);
        assertThat(new Place(NOON, NOON.minusMillis(1), "z")).isLessThan(place);
        assertThat(new Place(NOON, NOON, "a")).isLessThan(place);
        assertThat(place).isEqualByComparingTo(new Place(NOON, NOON, "b"));
    }

    @Test
    void exactlyTheFactsUpToAnInstantAreBeforeItsEnd() {
        assertThat(new Place(NOON, Instant.parse("2999-01-01T00:00:00Z"), "zzz"))
                .isLessThan(Place.endOf(NOON));
        assertThat(new Place(NOON.plusMillis(1), NOON, "a")).isGreaterThan(Place.endOf(NOON));
    }

    @Test
    void allFactsOfAnInstantAreAfterItsStart() {
        assertThat(new Place(NOON, NOON, "a")).isGreaterThan(Place.startOf(NOON));
        assertThat(new Place(NOON.minusMillis(1), NOON, "z")).isLessThan(Place.startOf(NOON));
        assertThat(Place.FIRST).isLessThan(Place.startOf(Instant.parse("1950-01-01T00:00:00Z")));
    }

    @Test
    void aHashIsTheSameForEver() {
        assertThat(new Place(NOON, NOON, "openai").hash()).isEqualTo(8621961698584002621L);
    }
}
