package vorsprung.processor.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.lead.CatchUpCost;
import vorsprung.processor.domain.lead.FrontierRecord;

/** A frontier record as the API shows it. */
record RecordView(
        String companyId,
        String modelId,
        double score,
        Instant at,
        double lagDays,
        @Nullable CatchUpView catchUp,
        List<String> evidence) {

    /**
     * The catch-up, with what it cost against what the record cost.
     *
     * @param costBasis what the catcher's cost covers
     * @param recordCostBasis what the record's cost covers
     */
    record CatchUpView(
            String companyId,
            String modelId,
            double score,
            Instant at,
            @Nullable Double costRatio,
            boolean comparable,
            @Nullable String costBasis,
            @Nullable String recordCostBasis) {
        static CatchUpView of(FrontierRecord.CatchUp catchUp, CatchUpCost cost) {
            return new CatchUpView(
                    catchUp.companyId(),
                    catchUp.modelId(),
                    catchUp.score(),
                    catchUp.at(),
                    cost.ratio().orElse(null),
                    cost.isComparable(),
                    cost.catcherBasis().map(Enum::name).orElse(null),
                    cost.recordBasis().map(Enum::name).orElse(null));
        }
    }

    static RecordView of(FrontierRecord record, @Nullable CatchUpView catchUp) {
        return new RecordView(
                record.companyId(),
                record.modelId(),
                record.score(),
                record.at(),
                record.lagDays(),
                catchUp,
                record.evidence());
    }
}
