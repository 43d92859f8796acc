package vorsprung.processor.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vorsprung.processor.domain.lead.RaceFixture.all;
import static vorsprung.processor.domain.lead.ResultBuilder.aResult;
import static vorsprung.processor.domain.lead.ResultBuilder.day;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.lead.FrontierRecord.CatchUp;

/** Open against closed weights. Design, section 3. */
class OpennessTest {
    private static final Map<String, Boolean> OPEN_WEIGHTS = Map.of(
            "openai/gpt-4", false,
            "anthropic/opus", false,
            "deepseek/r1", true,
            "meta/llama", true);

    private static final List<Result> RESULTS = List.of(
            aResult().of("openai").by("gpt-4").scoring(40).on("2024-01-01"),
            aResult().of("anthropic").by("opus").scoring(50).on("2024-01-11"),
            aResult().of("xai").by("grok").scoring(90).on("2024-01-12"),
            aResult().of("meta").by("llama").scoring(45).on("2024-01-21"),
            aResult().of("deepseek").by("r1").scoring(55).on("2024-01-31"));

    private static RaceView asOf(String date) {
        Contestants openness = Contestants.byOpenness(modelId -> Optional.ofNullable(OPEN_WEIGHTS.get(modelId)));
        return RaceReplay.of(RESULTS, openness).asOf(day(date));
    }

    @Test
    void theSameMachineryRunsBetweenOpenAndClosedWeights() {
        assertThat(all(asOf("2024-02-10").leads(null)))
                .extracting(LeadWindow::leader, LeadWindow::days, LeadWindow::successor)
                .containsExactly(tuple("closed", 30.0, "open"), tuple("open", 10.0, null));
    }

    @Test
    void theCompanyOfARecordOrCatchUpIsStillTheCompany() {
        assertThat(all(asOf("2024-02-10").records(null)))
                .extracting(FrontierRecord::companyId, FrontierRecord::lagDays, FrontierRecord::catchUp)
                .containsExactly(
                        tuple("openai", 20.0, new CatchUp("meta", "meta/llama", 45.0, day("2024-01-21"))),
                        tuple("anthropic", 20.0, new CatchUp("deepseek", "deepseek/r1", 55.0, day("2024-01-31"))),
                        tuple("deepseek", 10.0, null));
    }

    @Test
    void resultsOfModelsOfUnknownOpennessAreLeftOutAndCounted() {
        assertThat(asOf("2024-01-11").unknownResults()).isZero();
        assertThat(asOf("2024-02-10").unknownResults()).isEqualTo(1);
        assertThat(asOf("2024-01-12").standing().orElseThrow().leader().score()).isEqualTo(50.0);
    }

    @Test
    void companiesOfOneGroupDoNotCatchUpWithEachOther() {
        assertThat(all(asOf("2024-01-15").records(null)))
                .extracting(FrontierRecord::catchUp)
                .containsExactly(null, null);
    }
}
