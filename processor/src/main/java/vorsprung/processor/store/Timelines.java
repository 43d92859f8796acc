package vorsprung.processor.store;

import java.time.Instant;
import vorsprung.processor.domain.fact.Claim;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.fact.Release;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.fact.Score;
import vorsprung.processor.domain.lead.ContestantMoment;
import vorsprung.processor.domain.lead.Entry;
import vorsprung.processor.domain.lead.Standing;
import vorsprung.processor.domain.price.PriceSummary;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.PriceWars.PriceCut;
import vorsprung.processor.domain.signal.SignalKey;
import vorsprung.processor.domain.timeline.Node;
import vorsprung.processor.domain.valuation.EarlyTranche;
import vorsprung.processor.domain.valuation.FactHead;
import vorsprung.processor.domain.valuation.FactKey;
import vorsprung.processor.domain.valuation.GroupMember;
import vorsprung.processor.domain.valuation.Reading;
import vorsprung.processor.domain.valuation.ReadingKey;
import vorsprung.processor.domain.valuation.RoundSummary;
import vorsprung.processor.report.Only;
import vorsprung.processor.report.ReportKey;
import vorsprung.processor.report.StoredReport;
import vorsprung.processor.report.Subject;

/** Every family of timelines that is kept in stores. Numbers are never given again to another family. */
public final class Timelines {
    /** Each subject's log as a whole; in every timelines store. */
    public static final TimelineRef<Only, Subject> SUBJECTS =
            new TimelineRef<>(1, Keys.ONLY, RecordCodec.of(Subject.class));

    /** The reports of a subject as they came; alone in every reports store. */
    public static final TimelineRef<ReportKey, StoredReport> REPORTS =
            new TimelineRef<>(2, Keys.REPORT, RecordCodec.of(StoredReport.class));

    /** How far each event topic was processed; its "subject" is the topic. In every timelines store. */
    public static final TimelineRef<Only, Progress> PROGRESS =
            new TimelineRef<>(3, Keys.ONLY, RecordCodec.of(Progress.class));

    /** The signals found of each subject, those withdrawn among them; in every timelines store. */
    public static final TimelineRef<SignalKey, Found> SIGNALS =
            new TimelineRef<>(4, Keys.SIGNAL, RecordCodec.of(Found.class));

    /** Price cuts worth an alert, of the whole market. */
    public static final TimelineRef<SignalKey, PriceCut> PRICE_CUTS =
            new TimelineRef<>(40, Keys.SIGNAL, RecordCodec.of(PriceCut.class));

    /** Every fact of a company. */
    public static final TimelineRef<FactKey, FactHead> COMPANY_FACTS =
            new TimelineRef<>(10, Keys.FACT, RecordCodec.of(FactHead.class));

    /** The rounds of a company, those of one group of tranches together. */
    public static final TimelineRef<GroupMember, Round> ROUND_GROUPS =
            new TimelineRef<>(11, Keys.GROUP_MEMBER, RecordCodec.of(Round.class));

    /** Nodes of the tree of round summaries of a company. */
    public static final TimelineRef<Node<Place>, RoundSummary> ROUND_SUMS =
            new TimelineRef<>(12, Keys.node(Keys.PLACE), RecordCodec.of(RoundSummary.class));

    /** Tranches of a company dated before their round. */
    public static final TimelineRef<Place, EarlyTranche> EARLY_TRANCHES =
            new TimelineRef<>(13, Keys.PLACE, RecordCodec.of(EarlyTranche.class));

    /** RUMORED rounds of a company. */
    public static final TimelineRef<Place, Round> TALKS =
            new TimelineRef<>(14, Keys.PLACE, RecordCodec.of(Round.class));

    /** Reported figures of a company. */
    public static final TimelineRef<ReadingKey, Reading> READINGS =
            new TimelineRef<>(15, Keys.READING, RecordCodec.of(Reading.class));

    /** What a company's lead is said to be. */
    public static final TimelineRef<Place, Claim> CLAIMS =
            new TimelineRef<>(16, Keys.PLACE, RecordCodec.of(Claim.class));

    /** The companies about whose lead somebody ever claimed something. */
    public static final TimelineRef<Only, Noted> CLAIMED =
            new TimelineRef<>(17, Keys.ONLY, RecordCodec.of(Noted.class));

    /** The results in force of a benchmark. */
    public static final TimelineRef<Place, Result> RESULTS =
            new TimelineRef<>(20, Keys.PLACE, RecordCodec.of(Result.class));

    /** How the race of a benchmark stood, from each instant on at which something about the top changed. */
    public static final TimelineRef<Instant, Standing> STANDINGS =
            new TimelineRef<>(21, Keys.INSTANT, RecordCodec.of(Standing.class));

    /** The steps of each company's best score on a benchmark. */
    public static final TimelineRef<ContestantMoment, Entry> BESTS =
            new TimelineRef<>(22, Keys.CONTESTANT_MOMENT, RecordCodec.of(Entry.class));

    /** The scores of a model on the benchmarks of this partition; the "subject" is the model. */
    public static final TimelineRef<ScoreKey, Score> MODEL_SCORES =
            new TimelineRef<>(23, Keys.SCORE, RecordCodec.of(Score.class));

    /** The releases of a model. */
    public static final TimelineRef<Place, Release> RELEASES =
            new TimelineRef<>(30, Keys.PLACE, RecordCodec.of(Release.class));

    /** The prices of a model. */
    public static final TimelineRef<Place, Price> PRICES =
            new TimelineRef<>(31, Keys.PLACE, RecordCodec.of(Price.class));

    /** Nodes of the tree of price summaries of a model. */
    public static final TimelineRef<Node<Place>, PriceSummary> PRICE_SUMS =
            new TimelineRef<>(32, Keys.node(Keys.PLACE), RecordCodec.of(PriceSummary.class));

    private Timelines() {}
}
