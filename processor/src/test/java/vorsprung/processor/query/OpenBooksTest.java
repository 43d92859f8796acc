package vorsprung.processor.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Claim;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.report.Only;
import vorsprung.processor.report.Subject;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.StoreRef;
import vorsprung.processor.topology.Stores;

class OpenBooksTest {
    private static final StoreRef STORE = Stores.TIMELINES_BY_COMPANY;
    private static final Place PLACE = Place.startOf(Instant.EPOCH);

    private final HeapStreams streams = new HeapStreams().active(STORE, 0);
    private final LocalStores stores = new LocalStores(streams, 1);
    private int opened;
    private final OpenBooks<Timeline<Place, Claim>> books = new OpenBooks<>((id, store) -> {
        opened++;
        return Timelines.CLAIMS.of(id, store);
    });

    @BeforeEach
    void twoCompanies() {
        report("openai", 1, 12);
        report("anthropic", 1, 3);
    }

    @Test
    void askedAgainABookReadsOnlyTheLog() {
        assertThat(claimed("openai")).contains(12.0);
        int before = streams.questions(STORE, 0);

        assertThat(claimed("openai")).contains(12.0);

        assertThat(streams.questions(STORE, 0) - before).isEqualTo(1);
    }

    @Test
    void ofAnOpenBookWhoseLogWasSeenTheStoreIsNotAskedAtAll() {
        Subject log = new Subject(Instant.EPOCH, 1);
        assertThat(claimedIfOpen("openai", log)).isEmpty();
        claimed("openai");
        int before = streams.questions(STORE, 0);

        assertThat(claimedIfOpen("openai", log)).contains(Optional.of(12.0));
        assertThat(streams.questions(STORE, 0)).isEqualTo(before);
        assertThat(claimedIfOpen("openai", new Subject(Instant.EPOCH, 2))).isEmpty();
    }

    @Test
    void aReportOfAnotherSubjectLeavesABookOpen() {
        claimed("openai");
        report("anthropic", 2, 6);

        assertThat(claimed("openai")).contains(12.0);
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void aReportOfItsSubjectClosesABook() {
        claimed("openai");
        report("openai", 2, 6);

        assertThat(claimed("openai")).contains(6.0);
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void aCopyIsReadAnewEachTimeSinceItMayLagBehindWhatWasReadBefore() {
        claimed("openai");
        streams.standby(STORE, 0);

        assertThat(claimedByTheCopy("openai")).contains(12.0);
        assertThat(claimedByTheCopy("openai")).contains(12.0);
        assertThat(opened).isEqualTo(3);
    }

    @Test
    void aBookThatCouldNotBeReadIsOpenedAnew() {
        assertThatThrownBy(() -> ask("openai", book -> {
                    throw new NotReadyException(STORE.name(), 0, "it moves away");
                }))
                .isInstanceOf(NotReadyException.class);

        assertThat(claimed("openai")).contains(12.0);
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void aBookThatIsInUseIsNotLentToAnotherQuestion() {
        Optional<Double> inner = ask("openai", book -> {
            Optional<Double> other = claimed("openai");
            assertThat(months(book)).isEqualTo(other);
            return other;
        });

        assertThat(inner).contains(12.0);
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void asManyStayOpenAsMayBeRemembered() {
        int companies = 100;
        OpenBooks<String> few = new OpenBooks<>((id, store) -> "book " + ++opened, 320);

        for (int i = 0; i < 2 * companies; i++) {
            String company = "company-" + i % companies;
            stores.read(STORE, 0, store -> few.ask(company, new Subject(Instant.EPOCH, 1), store, book -> book));
        }

        assertThat(opened).isBetween(2 * companies - 10, 2 * companies);
    }

    private Optional<Double> claimed(String company) {
        return ask(company, OpenBooksTest::months);
    }

    private Optional<Double> ask(String company, Function<Timeline<Place, Claim>, Optional<Double>> reader) {
        return stores.read(
                STORE,
                0,
                store -> Replays.subject(company, store).flatMap(log -> books.ask(company, log, store, reader)));
    }

    private Optional<Optional<Double>> claimedIfOpen(String company, Subject log) {
        return stores.read(STORE, 0, store -> books.askIfOpen(company, log, store, OpenBooksTest::months));
    }

    private Optional<Double> claimedByTheCopy(String company) {
        return stores.readCopy(
                STORE,
                0,
                store -> Replays.subject(company, store)
                        .flatMap(log -> books.ask(company, log, store, OpenBooksTest::months)));
    }

    private static Optional<Double> months(Timeline<Place, Claim> book) {
        return book.last().map(claim -> claim.getValue().maxMonths());
    }

    private void report(String company, long reports, double months) {
        streams.commit(STORE, 0, store -> {
            Timelines.SUBJECTS.of(company, store).put(Only.ENTRY, new Subject(Instant.EPOCH, reports));
            Timelines.CLAIMS.of(company, store).put(PLACE, new Claim(PLACE, "somebody", null, months, null));
        });
    }
}
