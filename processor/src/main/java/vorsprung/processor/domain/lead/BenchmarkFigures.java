package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a benchmark stands as of an instant. Design, section 3.
 *
 * @param benchmark display name in the last result in force, absent when that gives none
 * @param higherIsBetter of the last result in force
 * @param leader the contestant that leads
 * @param leaderModelId the model with which it reached its best score; of several at one instant the smallest
 * @param frontier the best score of all
 * @param margin leader's best less the best of all others, never negative; absent while there is no other
 * @param marginPercent the margin ÷ |best of all others| × 100; absent while there is no other, or its best is 0
 * @param leadDays age of the open lead window in days, one decimal
 * @param vorsprungDays median lag of the last five leaps in days, one decimal; absent before the first
 * @param contenders contestants whose best is within 2 % of |frontier|, the leader among them
 * @param lastResultAt valid time of the last result in force
 * @param evidence eventIds of the leader's best, the best of the others, and the result that took the lead
 */
public record BenchmarkFigures(
        @Nullable String benchmark,
        boolean higherIsBetter,
        String leader,
        String leaderModelId,
        double frontier,
        @Nullable Double margin,
        @Nullable Double marginPercent,
        double leadDays,
        @Nullable Double vorsprungDays,
        int contenders,
        Instant lastResultAt,
        List<String> evidence) {

    public BenchmarkFigures {
        evidence = List.copyOf(evidence);
    }
}
