package vorsprung.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vorsprung.ingest.directory.Directory;
import vorsprung.rule.FieldError;
import vorsprung.topic.EventType;

final class NamesTest {
    private static final Instant NOW = Instant.parse("2025-04-01T12:00:00Z");

    private final Intake intake = new Intake(Directory.bundled());

    @Test
    void aKnownIdGivesTheNameAndAKnownNameTheId() {
        Accepted byId = round("'companyId':'google'");
        Accepted byName = round("'company':'Google DeepMind'");

        assertThat(field(byId, "company")).isEqualTo("Google");
        assertThat(field(byName, "companyId")).isEqualTo("google");
        assertThat(field(byName, "company")).isEqualTo("Google");
    }

    @Test
    void anUnknownNameGetsItsSlugAndAWarning() {
        Accepted accepted = round("'company':'Opena1'");

        assertThat(accepted.key()).isEqualTo("opena1");
        assertThat(field(accepted, "company")).isEqualTo("Opena1");
        assertThat(accepted.warnings()).singleElement().asString().contains("opena1", "a slip for openai?");
    }

    @Test
    void aNameOfMarkupIsJustData() {
        Accepted accepted = round("'company':'<script>alert(1)</script>'");

        assertThat(accepted.key()).isEqualTo("script-alert-1-script");
        assertThat(field(accepted, "company")).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void aNameOfEmojiGivesNoIdAndIsRefused() {
        assertThat(errors(EventType.FUNDING_ROUND, "{'company':'🚀🚀','occurredAt':'2025'}"))
                .containsExactly(new FieldError(
                        "company", "\"🚀🚀\" holds no letter a-z and no digit to make an id of; give a companyId"));
        assertThat(round("'companyId':'rocket','company':'🚀🚀'").key()).isEqualTo("rocket");
    }

    @Test
    void withoutIdAndNameBothAreAskedFor() {
        assertThat(errors(EventType.BENCHMARK_RESULT, "{'score':1,'occurredAt':'2025'}"))
                .extracting(FieldError::field)
                .containsExactly("companyId", "modelId", "benchmarkId");
    }

    @Test
    void aNameThatContradictsTheIdIsRefused() {
        assertThat(errors(EventType.FUNDING_ROUND, "{'companyId':'openai','company':'Google','occurredAt':'2025'}"))
                .containsExactly(new FieldError("company", "\"Google\" is google, but companyId says openai"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'company':'OpenAI','model':'GPT-3.5 Turbo'",
                "'companyId':'openai','modelId':'gpt-3-5-turbo'",
                "'model':'GPT','modelId':'openai/gpt-3-5-turbo'",
                "'companyId':'openai','modelId':'OpenAI/GPT-3.5 Turbo'"
            })
    void aModelIsTheCompanysHoweverItIsWritten(String first, String second) {
        Accepted accepted = release(first + "," + second);

        assertThat(accepted.key()).isEqualTo("openai/gpt-3-5-turbo");
    }

    @Test
    void aModelOfAnAliasBelongsToTheCompanyItMeans() {
        assertThat(release("'modelId':'mistralai/mixtral-8x22b'").key()).isEqualTo("mistral-ai/mixtral-8x22b");
        assertThat(field(release("'modelId':'mistralai/mixtral-8x22b'"), "companyId"))
                .isEqualTo("mistral-ai");
    }

    @Test
    void aModelOfAnotherCompanyIsTakenWithAWarning() {
        assertThat(release("'companyId':'microsoft','modelId':'inflection-ai/pi'")
                        .warnings())
                .singleElement()
                .asString()
                .contains("another company");
    }

    @Test
    void twoOutletsReportingOneRoundMakeOneFact() {
        Accepted one = round("'company':'OpenAI','round':'Series F'");
        Accepted other = round("'companyId':'openai','round':'series f','source':'Another'");

        assertThat(field(one, "eventId")).isEqualTo("funding-round:openai:series-f:2025-03-31");
        assertThat(field(other, "eventId")).isEqualTo(field(one, "eventId"));
    }

    @Test
    void anIdTooLongToDeriveIsAskedFor() {
        String report = "{'company':'OpenAI','occurredAt':'2025','round':'" + "x".repeat(600) + "'}";

        assertThat(errors(EventType.FUNDING_ROUND, report))
                .extracting(FieldError::field)
                .containsExactly("eventId");
    }

    private Accepted round(String fields) {
        return accepted(EventType.FUNDING_ROUND, "{" + fields + ",'occurredAt':'2025-03-31'}");
    }

    private Accepted release(String fields) {
        return accepted(EventType.MODEL_RELEASE, "{" + fields + ",'occurredAt':'2025-03-31'}");
    }

    private Accepted accepted(EventType type, String json) {
        return intake.accept(type, Reports.json(json), NOW).fold(accepted -> accepted, rejected -> {
            throw new AssertionError(rejected);
        });
    }

    private List<FieldError> errors(EventType type, String json) {
        JsonNode report = Reports.json(json);
        return intake.accept(type, report, NOW)
                .fold(
                        accepted -> {
                            throw new AssertionError(accepted);
                        },
                        Rejected::errors);
    }

    private static @Nullable Object field(Accepted accepted, String name) {
        return accepted.event().get(accepted.type().schema().getField(name).pos());
    }
}
