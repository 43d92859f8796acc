package vorsprung.processor.domain.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

/** Ids are ordered by code point, so that a store that orders bytes and the heap agree. */
class CodePointsTest {

    @Property
    void theOrderIsThatOfTheBytesInUtf8(
            @ForAll @CharRange(from = '\0', to = '\uD7FF') String left,
            @ForAll @CharRange(from = '\0', to = '\uD7FF') String right) {
        int ofBytes = Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));

        assertThat(Integer.signum(CodePoints.compare(left, right))).isEqualTo(Integer.signum(ofBytes));
    }

    @Example
    void whatNeedsTwoCharsIsAboveAllThatNeedOne() {
        assertThat(CodePoints.compare("\uD83D\uDE80", "\uFFFD")).isPositive();
        assertThat(CodePoints.compare("\uFFFD", "\uD83D\uDE80")).isNegative();
    }

    @Example
    void aTextIsAfterItsBeginning() {
        assertThat(CodePoints.compare("openai", "openai-labs")).isNegative();
        assertThat(CodePoints.compare("openai", "openai")).isZero();
    }
}
