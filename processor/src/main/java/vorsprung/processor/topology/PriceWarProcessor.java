package vorsprung.processor.topology;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.signal.PriceWars;
import vorsprung.processor.domain.signal.PriceWars.PriceCut;
import vorsprung.processor.domain.signal.SignalBook;
import vorsprung.processor.domain.signal.SignalKey;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.store.RememberingStore;
import vorsprung.processor.store.Timelines;
import vorsprung.signal.Signal;

/** Sees the price cuts of the whole market, and tells when they make a war. */
final class PriceWarProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final List<StoreRef> STORES = List.of(Stores.TIMELINES_OF_PRICE_WARS);

    private final MarketTopology.Parts parts;
    private @Nullable ProcessorContext<byte[], byte[]> opened;
    private @Nullable RememberingStore store;
    private @Nullable Announcer announcer;
    private CommitPace.@Nullable Requests commits;

    private PriceWarProcessor(MarketTopology.Parts parts) {
        this.parts = parts;
    }

    /** Makes such processors, with their store. */
    static ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier(MarketTopology.Parts parts) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new PriceWarProcessor(parts);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.TIMELINES_OF_PRICE_WARS.builder());
            }
        };
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        commits = parts.pace().of(context);
        store = Stores.TIMELINES_OF_PRICE_WARS.remember(context, commits);
        announcer = new Announcer(context, parts, MarketTopology.PRICE_WARS_SINK);
        opened = context;
        parts.active().begin(STORES, context);
    }

    @Override
    public void close() {
        if (opened != null) {
            parts.active().end(STORES, opened);
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RememberingStore whole = Objects.requireNonNull(store);
        whole.forgetOldest();
        Signal cut = parts.writers().readCut(record.value());
        Timeline<SignalKey, PriceCut> cuts = Timelines.PRICE_CUTS.of(PriceWars.SUBJECT, whole);
        SignalKey key = new SignalKey(cut.getOccurredAt(), cut.getSignalId());
        if (cut.getWithdrawn()) {
            cuts.remove(key);
        } else {
            cuts.put(key, priceCut(cut));
        }
        PriceWars wars = new PriceWars(cuts, parts.thresholds());
        Instant from = cut.getOccurredAt();
        Instant to = wars.mattersUntil(from);
        new SignalBook(Timelines.SIGNALS.of(PriceWars.SUBJECT, whole))
                .settle(from, to, wars.between(from, to), cut.getFoundAt())
                .forEach(Objects.requireNonNull(announcer)::announce);
        Objects.requireNonNull(commits).processed(cut.getFoundAt().toEpochMilli());
    }

    private static PriceCut priceCut(Signal cut) {
        String modelId = cut.getSubject();
        return new PriceCut(
                modelId.substring(0, modelId.indexOf('/')), cut.getEvidence().get(0));
    }
}
