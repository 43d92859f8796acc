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
    private final MarketStores stores;
    private final Replays replays;
    private final OpenBooks<B> open;
    private final BiFunction<String, List<Fact>, B> written;

    /**
     * The books of this kind.
     *
     * @param open those as they are kept
     * @param written writes a subject's book of these facts
     */
    Shelf(
            EventType.Subject kind,
            MarketStores stores,
            Replays replays,
            OpenBooks<B> open,
            BiFunction<String, List<Fact>, B> written) {
        this.kind = kind;
        this.stores = stores;
        this.replays = replays;
        this.open = open;
        this.written = written;
    }

    /** What the reader makes of a subject's book, as known when the question says; empty when never reported on. */
    <T> Optional<T> ask(String id, Question question, Function<B, T> reader) {
        return stores.read(
                Stores.timelines(kind), stores.partitionOf(id), store -> answer(id, question, reader, store));
    }

    /**
     * What the reader makes of every subject's book, in no order.
     *
     * @throws TooMuchException naming every subject that has more reports than one question may read
     */
    <T> List<T> askAll(Question question, BiFunction<String, B, Optional<T>> reader) {
        List<Part<T>> parts = stores.gather(Stores.timelines(kind), shard -> answers(shard, question, reader));
        List<TooMuchException> excesses =
                parts.stream().flatMap(part -> part.excesses().stream()).toList();
        if (!excesses.isEmpty()) {
            throw TooMuchException.together(excesses);
        }
        return parts.stream().flatMap(part -> part.answers().stream()).toList();
    }

    /** What came of one partition. */
    private record Part<T>(List<T> answers, List<TooMuchException> excesses) {}

    private <T> Part<T> answers(Shard shard, Question question, BiFunction<String, B, Optional<T>> reader) {
        Part<T> part = new Part<>(new ArrayList<>(), new ArrayList<>());
        shard.read(Timelines.SUBJECTS::bySubject).forEach((id, log) -> {
            try {
                shard.read(store -> answer(id, log, question, book -> reader.apply(id, book), store))
                        .ifPresent(part.answers()::add);
            } catch (TooMuchException e) {
                part.excesses().add(e);
            }
        });
        return part;
    }

    /**
     * The same of a subject whose log was seen a moment ago: a book that is open since then need not look at it again.
     */
    private <T> Optional<T> answer(
            String id, Subject seen, Question question, Function<B, Optional<T>> reader, ReadableStore store) {
        Optional<Optional<T>> known =
                question.isAnsweredBy(seen) ? open.askIfOpen(id, seen, store, reader) : Optional.empty();
        return known.orElseGet(
                () -> this.<Optional<T>>answer(id, question, reader, store).flatMap(answer -> answer));
    }

    private <T> Optional<T> answer(String id, Question question, Function<B, T> reader, ReadableStore store) {
        return Replays.subject(id, store)
                .map(log -> question.isAnsweredBy(log)
                        ? open.ask(id, log, store, reader)
                        : reader.apply(written.apply(id, replays.facts(kind, id, log, question))));
    }
}
