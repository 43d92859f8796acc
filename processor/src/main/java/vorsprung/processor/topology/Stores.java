package vorsprung.processor.topology;

import java.util.List;
import vorsprung.topic.EventType.Subject;

/** Every state store. A changed name is lost state. */
public final class Stores {
    public static final StoreRef REPORTS_BY_COMPANY = new StoreRef("reports-by-company");
    public static final StoreRef TIMELINES_BY_COMPANY = new StoreRef("timelines-by-company");
    public static final StoreRef REPORTS_BY_BENCHMARK = new StoreRef("reports-by-benchmark");
    public static final StoreRef TIMELINES_BY_BENCHMARK = new StoreRef("timelines-by-benchmark");
    public static final StoreRef REPORTS_BY_MODEL = new StoreRef("reports-by-model");
    public static final StoreRef TIMELINES_BY_MODEL = new StoreRef("timelines-by-model");

    /** Price wars, and the cuts that make them: one partition. */
    public static final StoreRef TIMELINES_OF_PRICE_WARS = new StoreRef("timelines-of-price-wars");

    private Stores() {}

    /** The store that keeps the reports of this kind of subject as they came. */
    public static StoreRef reports(Subject subject) {
        return switch (subject) {
            case COMPANY -> REPORTS_BY_COMPANY;
            case BENCHMARK -> REPORTS_BY_BENCHMARK;
            case MODEL -> REPORTS_BY_MODEL;
        };
    }

    /** The store that keeps everything materialized from those reports. */
    public static StoreRef timelines(Subject subject) {
        return switch (subject) {
            case COMPANY -> TIMELINES_BY_COMPANY;
            case BENCHMARK -> TIMELINES_BY_BENCHMARK;
            case MODEL -> TIMELINES_BY_MODEL;
        };
    }

    /** All of them. */
    public static List<StoreRef> all() {
        return List.of(
                REPORTS_BY_COMPANY,
                TIMELINES_BY_COMPANY,
                REPORTS_BY_BENCHMARK,
                TIMELINES_BY_BENCHMARK,
                REPORTS_BY_MODEL,
                TIMELINES_BY_MODEL,
                TIMELINES_OF_PRICE_WARS);
    }
}
