package vorsprung.processor.domain.lead;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vorsprung.processor.domain.timeline.TimelineView;

/** Contestants whose best is within 2 % of |frontier|, the two scores taken as the decimals they are written as. */
final class Contenders {
    /** 100 % ÷ 2 %. */
    private static final BigDecimal PARTS = BigDecimal.valueOf(50);

    private final TimelineView<ContestantMoment, Entry> bests;

    Contenders(TimelineView<ContestantMoment, Entry> bests) {
        this.bests = bests;
    }

    /** How many there are up to and including an instant, the leader among them. */
    int count(Instant at, double frontier) {
        return near(at, frontier).size();
    }

    /** Their best results up to and including an instant, the leader's among them, by contestant. */
    List<Entry> near(Instant at, double frontier) {
        List<Entry> near = new ArrayList<>();
        Optional<String> contestant = contestant(bests.first());
        while (contestant.isPresent()) {
            String someone = contestant.get();
            BestSteps.best(bests, someone, at)
                    .filter(best -> isNear(best.score(), frontier))
                    .ifPresent(near::add);
            contestant = contestant(bests.ceiling(ContestantMoment.endOf(someone)));
        }
        return near;
    }

    private static boolean isNear(double score, double frontier) {
        BigDecimal top = BigDecimal.valueOf(frontier);
        BigDecimal distance = top.subtract(BigDecimal.valueOf(score)).abs();
        return distance.multiply(PARTS).compareTo(top.abs()) <= 0;
    }

    private static Optional<String> contestant(Optional<Map.Entry<ContestantMoment, Entry>> step) {
        return step.map(found -> found.getKey().contestant());
    }
}
