package vorsprung.processor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private long now;
    private final Membership membership =
            new Membership(Duration.ofSeconds(2), () -> TimeUnit.MILLISECONDS.toNanos(now));

    private void look(long at, long answers) {
        now = at;
        membership.look(() -> Map.of("thread-1", answers));
    }

    @Test
    void whoseHeartbeatsAreAnsweredIsAMember() {
        look(0, 1);
        look(1_500, 2);
        look(3_000, 3);

        assertThat(membership.isDoubtful()).isFalse();
    }

    @Test
    void afterASessionWithoutAnAnswerItIsDoubtfulWithoutAnotherLook() {
        look(0, 1);

        now = 1_999;
        assertThat(membership.isDoubtful()).isFalse();
        now = 2_000;
        assertThat(membership.isDoubtful()).isTrue();
    }

    @Test
    void looksThatFindNothingNewProveNothing() {
        look(0, 1);
        look(1_000, 1);
        look(2_000, 1);

        assertThat(membership.isDoubtful()).isTrue();
    }

    @Test
    void afterASessionWithoutOneThreeAnswersProveThatItIsAMember() {
        look(0, 1);
        look(9_000, 2);
        assertThat(membership.isDoubtful()).as("on its way since before").isTrue();
        look(9_250, 3);
        assertThat(membership.isDoubtful()).as("it is no member").isTrue();
        look(9_500, 4);

        assertThat(membership.isDoubtful()).isFalse();
    }

    @Test
    void itStaysDoubtfulHoweverOftenItIsCutOffAgain() {
        look(0, 1);
        look(9_000, 2);
        look(20_000, 3);
        look(20_250, 4);

        assertThat(membership.isDoubtful()).isTrue();
        look(20_500, 5);
        assertThat(membership.isDoubtful()).isFalse();
    }

    @Test
    void everyThreadMustBeAMember() {
        membership.look(() -> Map.of("thread-1", 1L, "thread-2", 1L));
        now = 1_500;
        membership.look(() -> Map.of("thread-1", 2L, "thread-2", 1L));
        now = 2_500;

        assertThat(membership.isDoubtful()).isTrue();
    }

    @Test
    void aThreadThatIsGoneIsNotWaitedFor() {
        membership.look(() -> Map.of("thread-1", 1L));
        now = 5_000;
        membership.look(() -> Map.of("thread-2", 0L));

        assertThat(membership.isDoubtful()).isFalse();
    }
}
