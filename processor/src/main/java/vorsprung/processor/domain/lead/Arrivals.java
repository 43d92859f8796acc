package vorsprung.processor.domain.lead;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The entries of one instant, at least one. */
final class Arrivals {
    private final Direction direction;
    private final Collection<Entry> entries;
    private final double best;

    Arrivals(Direction direction, Collection<Entry> entries) {
        this.direction = direction;
        this.entries = entries;
        this.best = entries.stream().min(direction.bestFirst()).orElseThrow().score();
    }

    /** The best score. */
    double best() {
        return best;
    }

    /** The entry that leads with the best score: of the incumbent if it has that score, else of the smallest contestant. */
    Entry leading(Optional<String> incumbent) {
        String contestant = incumbent
                .filter(this::hasBest)
                .orElseGet(() -> entries.stream()
                        .filter(this::isBest)
                        .map(Entry::contestant)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
        return entries.stream()
                .filter(entry -> isBest(entry) && entry.isOf(contestant))
                .min(Entry.BY_MODEL)
                .orElseThrow();
    }

    /** The best entry of all contestants but this one: the highest score, then the smallest companyId, modelId. */
    Optional<Entry> bestExcept(String contestant) {
        return entries.stream()
                .filter(entry -> !entry.isOf(contestant))
                .min(direction.bestFirst().thenComparing(Entry.BY_COMPANY));
    }

    private boolean hasBest(String contestant) {
        return entries.stream().anyMatch(entry -> isBest(entry) && entry.isOf(contestant));
    }

    private boolean isBest(Entry entry) {
        return entry.score() == best;
    }
}
