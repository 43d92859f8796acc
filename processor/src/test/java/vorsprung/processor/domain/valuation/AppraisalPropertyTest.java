package vorsprung.processor.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.valuation.CompanyBook.Timelines;
import vorsprung.processor.domain.valuation.RandomCompanies.Change;

/** The figures out of a company's book against those computed from all its facts. */
class AppraisalPropertyTest {

    @Provide
    Arbitrary<List<Change>> changes() {
        return RandomCompanies.changes();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyFigureAsOfEveryInstantIsWhatTheFactsInForceSay(@ForAll("changes") List<Change> changes) {
        CompanyBook book = new CompanyBook(Timelines.onHeap());

        List<CompanyFact> facts = RandomCompanies.apply(changes, book);

        for (Instant asOf : instantsOfInterest(facts)) {
            PlainCompany plain = new PlainCompany(facts, asOf);
            assertThat(new Appraisal("openai", book, asOf).company().map(AppraisalPropertyTest::withoutEvidence))
                    .as("as of %s", asOf)
                    .isEqualTo(plain.isListed() ? Optional.of(plain.figures("openai")) : Optional.empty());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anAppraisalIsKeptNoLongerThanItStands(@ForAll("changes") List<Change> changes, @ForAll Random random) {
        CompanyBook book = new CompanyBook(Timelines.onHeap());
        SortedSet<Instant> instants = instantsOfInterest(RandomCompanies.apply(changes, book));
        List<Instant> forwards = List.copyOf(instants);
        List<Instant> backwards = new ArrayList<>(forwards);
        Collections.reverse(backwards);
        List<Instant> anyhow = new ArrayList<>(forwards);
        Collections.shuffle(anyhow, random);

        for (List<Instant> asked : List.of(forwards, backwards, anyhow)) {
            Appraiser appraiser = new Appraiser("openai", book);
            for (Instant asOf : asked) {
                assertThat(appraiser.company(asOf))
                        .as("as of %s", asOf)
                        .isEqualTo(new Appraisal("openai", book, asOf).company());
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theTimelinesDependOnTheFactsAndNotOnHowTheyCame(@ForAll("changes") List<Change> changes) {
        Timelines one = Timelines.onHeap();
        Timelines other = Timelines.onHeap();
        List<CompanyFact> facts = RandomCompanies.apply(changes, new CompanyBook(one));

        CompanyBook inOrder = new CompanyBook(other);
        facts.forEach(fact -> inOrder.change(Optional.empty(), Optional.of(fact)));

        assertThat(one).usingRecursiveComparison().isEqualTo(other);
    }

    private static SortedSet<Instant> instantsOfInterest(List<CompanyFact> facts) {
        SortedSet<Instant> instants = new TreeSet<>();
        for (CompanyFact fact : facts) {
            ZonedDateTime at = fact.place().occurredAt().atZone(ZoneOffset.UTC);
            Stream.of(at, at.minusMonths(12), at.plusMonths(12))
                    .map(ZonedDateTime::toInstant)
                    .forEach(near -> instants.addAll(
                            List.of(near, near.minusMillis(1), near.plusMillis(1), near.plusSeconds(3_600))));
        }
        return instants;
    }

    private static Company withoutEvidence(Company company) {
        return new Company(
                company.companyId(),
                company.company(),
                company.valuationUsd(),
                company.valuationAt(),
                company.totalRaisedUsd(),
                company.announcedUsd(),
                company.debtRaisedUsd(),
                company.rounds(),
                company.stepUp(),
                company.yearOverYearMultiple(),
                company.peakValuationUsd(),
                company.drawdown(),
                company.talks(),
                company.monthlyBurnUsd(),
                company.annualizedRevenueUsd(),
                company.cashUsd(),
                company.runwayMonths(),
                company.revenueMultiple(),
                company.usage(),
                Map.of());
    }
}
