package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A calendar window of a race; the one that contains asOf is measured up to asOf. Design, section 3.
 *
 * @param from valid time, inclusive
 * @param to valid time, exclusive
 * @param leaderAtEnd absent when nobody has led by its end
 * @param shares each leader's fraction of the time measured, by contestant; time without a leader is nobody's
 * @param leadChanges how often the lead changed in it; the first lead ever is no change
 * @param frontierStart the frontier just before it, absent when there was none
 * @param frontierEnd the frontier at its end, absent when there is none
 * @param marginAtEnd absent while there is no other contestant
 * @param contenders contestants whose best at its end is within 2 % of |frontier|; 0 without a frontier
 * @param medianLagDays median lag in days of the catch-ups that closed in it, one decimal; absent when none did
 */
public record CompetitiveWindow(
        Instant from,
        Instant to,
        @Nullable String leaderAtEnd,
        Map<String, Double> shares,
        int leadChanges,
        @Nullable Double frontierStart,
        @Nullable Double frontierEnd,
        @Nullable Double marginAtEnd,
        int contenders,
        @Nullable Double medianLagDays) {

    public CompetitiveWindow {
        shares = Collections.unmodifiableMap(new TreeMap<>(shares));
    }
}
