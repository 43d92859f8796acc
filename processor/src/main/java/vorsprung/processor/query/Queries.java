package vorsprung.processor.query;

import vorsprung.processor.report.EventReader;

/** Every kind of question, over the same stores. */
public final class Queries {
    private final CompanyQuery companies;
    private final ProgressQuery progress;

    /**
     * Questions to these stores.
     *
     * @param maxReplayedReports how many reports a question about what was known earlier may read
     */
    public Queries(LocalStores stores, EventReader reader, long maxReplayedReports) {
        Replays replays = new Replays(stores, reader, maxReplayedReports);
        this.companies = new CompanyQuery(stores, replays);
        this.progress = new ProgressQuery(stores);
    }

    /** Questions about companies. */
    public CompanyQuery companies() {
        return companies;
    }

    /** How far the topics were processed. */
    public ProgressQuery progress() {
        return progress;
    }

    /** Waiting for a position. */
    public Wait await() {
        return new Wait(progress);
    }
}
