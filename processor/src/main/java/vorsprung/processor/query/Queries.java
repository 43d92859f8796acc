package vorsprung.processor.query;

import vorsprung.processor.report.EventReader;

/** Every kind of question, over the same stores. */
public final class Queries {
    private final EventReader reader;
    private final long maxReplayedReports;
    private final OpenMarket open;
    private final CompanyQuery companies;
    private final ModelQuery models;
    private final BenchmarkQuery benchmarks;
    private final ScoreQuery scores;
    private final EventQuery events;
    private final SignalQuery signals;
    private final ProgressQuery progress;
    private final CurrentTerms terms;

    /**
     * Questions to these stores.
     *
     * @param maxReplayedReports how many reports a question about what was known earlier may read
     */
    public Queries(MarketStores stores, EventReader reader, long maxReplayedReports) {
        this(stores, reader, maxReplayedReports, new OpenMarket());
    }

    private Queries(MarketStores stores, EventReader reader, long maxReplayedReports, OpenMarket open) {
        this.reader = reader;
        this.maxReplayedReports = maxReplayedReports;
        this.open = open;
        Replays replays = new Replays(stores, reader, maxReplayedReports);
        this.companies = new CompanyQuery(stores, replays, open.companies());
        this.models = new ModelQuery(stores, replays, open.models());
        this.benchmarks = new BenchmarkQuery(stores, replays, open.races(), models);
        this.scores = new ScoreQuery(stores, replays);
        this.events = new EventQuery(stores, reader);
        this.signals = new SignalQuery(stores);
        this.progress = new ProgressQuery(stores);
        this.terms = stores.terms();
    }

    /** The same questions to a selection of the same stores; what one of them has read, the other finds. */
    public Queries among(MarketStores selection) {
        return new Queries(selection, reader, maxReplayedReports, open);
    }

    /** Questions about companies. */
    public CompanyQuery companies() {
        return companies;
    }

    /** Questions about models. */
    public ModelQuery models() {
        return models;
    }

    /** Questions about benchmarks. */
    public BenchmarkQuery benchmarks() {
        return benchmarks;
    }

    /** What models scored. */
    public ScoreQuery scores() {
        return scores;
    }

    /** Facts with all their reports. */
    public EventQuery events() {
        return events;
    }

    /** Questions about signals. */
    public SignalQuery signals() {
        return signals;
    }

    /** How far the topics were processed. */
    public ProgressQuery progress() {
        return progress;
    }

    /** On what terms the thread that asks is answered. */
    public CurrentTerms terms() {
        return terms;
    }

    /** Waiting for a position. */
    public Wait await() {
        return new Wait(progress);
    }
}
