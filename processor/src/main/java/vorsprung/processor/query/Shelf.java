package vorsprung.processor.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import vorsprung.processor.report.Fact;
import vorsprung.processor.report.Subject;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.Stores;
import vorsprung.topic.EventType;

/**
 * The books of one kind of subject: as they are kept when every report counts, else written again from the report log.
 *
 * @param <B> what such a book is
 */
final class Shelf<B> {
    private final EventType.Subject kind;
    private final LocalStores stores;
    private final Replays replays;
    private final BiFunction<String, ReadableStore, B> kept;
    private final Function<List<Fact>, B> written;

    /**
     * The books of this kind.
     *
     * @param kept opens a subject's book in a store
     * @param written writes a book of these facts
     */
    Shelf(
            EventType.Subject kind,
            LocalStores stores,
            Replays replays,
            BiFunction<String, ReadableStore, B> kept,
            Function<List<Fact>, B> written) {
        this.kind = kind;
        this.stores = stores;
        this.replays = replays;
        this.kept = kept;
        this.written = written;
    }

    /** What the reader makes of a subject's book, as known when the question says; empty when never reported on. */
    <T> Optional<T> ask(String id, Question question, Function<B, T> reader) {
        int partition = stores.partitionOf(id);
        return stores.read(
                Stores.timelines(kind),
                partition,
                store -> Replays.subject(id, store).map(log -> reader.apply(open(id, question, log, store))));
    }

    /** Every subject of this kind that was ever reported on. */
    List<String> subjects() {
        List<String> subjects = new ArrayList<>();
        for (int partition = 0; partition < stores.partitions(); partition++) {
            subjects.addAll(stores.read(Stores.timelines(kind), partition, Timelines.SUBJECTS::subjects));
        }
        return subjects;
    }

    /**
     * What the reader makes of every subject's book, in no order.
     *
     * @throws TooMuchException naming every subject that has more reports than one question may read
     */
    <T> List<T> askAll(Question question, BiFunction<String, B, Optional<T>> reader) {
        List<T> answers = new ArrayList<>();
        List<TooMuchException> excesses = new ArrayList<>();
        for (String id : subjects()) {
            try {
                ask(id, question, book -> reader.apply(id, book))
                        .flatMap(answer -> answer)
                        .ifPresent(answers::add);
            } catch (TooMuchException e) {
                excesses.add(e);
            }
        }
        if (!excesses.isEmpty()) {
            throw TooMuchException.together(excesses);
        }
        return answers;
    }

    private B open(String id, Question question, Subject log, ReadableStore store) {
        return question.isAnsweredBy(log)
                ? kept.apply(id, store)
                : written.apply(replays.facts(kind, id, log, question));
    }
}
