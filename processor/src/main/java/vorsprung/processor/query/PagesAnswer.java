package vorsprung.processor.query;

import java.util.List;
import java.util.Optional;

/**
 * A page of each stretch that was asked for.
 *
 * @param position what the partition held: equal texts, equal content
 * @param lag of the copy that answered; empty when an active task did
 */
public record PagesAnswer(String position, Optional<Lag> lag, List<Page> pages) {
    public PagesAnswer {
        pages = List.copyOf(pages);
    }
}
