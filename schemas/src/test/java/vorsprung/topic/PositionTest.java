package vorsprung.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PositionTest {
    private static final String FUNDING = "market.funding-rounds";
    private static final String PRICES = "market.price-changes";

    private final Position position =
            Position.NOWHERE.with(PRICES, 2, 7).with(FUNDING, 0, 12).with(FUNDING, 3, 0);

    @Test
    void twoPositionsAreTheFurtherOfBothInEachPartition() {
        Position one = Position.NOWHERE.with(FUNDING, 0, 12).with(FUNDING, 3, 7);
        Position other = Position.NOWHERE.with(FUNDING, 3, 5).with(PRICES, 1, 2);

        assertThat(one.and(other))
                .isEqualTo(other.and(one))
                .isEqualTo(Position.NOWHERE
                        .with(FUNDING, 0, 12)
                        .with(FUNDING, 3, 7)
                        .with(PRICES, 1, 2));
    }

    @Test
    void aTokenSaysTopicPartitionAndOffsetAndIsReadBack() {
        assertThat(position.token()).isEqualTo("market.funding-rounds~0~12~3~0~~market.price-changes~2~7");
        assertThat(Position.parse(position.token())).isEqualTo(position);
        assertThat(Position.parse("")).isEqualTo(Position.NOWHERE);
    }

    @Test
    void aPositionOnlyMovesOn() {
        assertThat(position.with(FUNDING, 0, 11).offset(FUNDING, 0)).hasValue(12);
        assertThat(position.with(FUNDING, 0, 13).offset(FUNDING, 0)).hasValue(13);
        assertThat(position.offset(FUNDING, 1)).isEmpty();
    }

    @Test
    void aPositionHasReachedAnotherWhenNoNamedPartitionIsBehind() {
        assertThat(position.hasReached(Position.NOWHERE.with(FUNDING, 0, 12))).isTrue();
        assertThat(position.hasReached(Position.NOWHERE.with(FUNDING, 0, 13))).isFalse();
        assertThat(position.hasReached(Position.NOWHERE.with(FUNDING, 1, 0))).isFalse();
        assertThat(Position.NOWHERE.hasReached(Position.NOWHERE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "x~0",
                "x~0~1~2",
                "x~0~-1",
                "x~a~1",
                "~0~1",
                "x~0~1~~",
                "x~0~1~0~2",
                "x~0~1~~x~1~1",
                "x y~0~1",
                "x~9999999999~1",
                "x~0~9999999999999999999"
            })
    void whatIsNoTokenIsRefused(String token) {
        assertThatThrownBy(() -> Position.parse(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a position");
    }
}
