package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vorsprung.rule.EventFields;
import vorsprung.topic.EventType;

final class PublishCommandTest {

    private static final String PLACE =
            "[{\"eventId\":\"e1\",\"topic\":\"market.funding-rounds\",\"partition\":2,\"offset\":17}]";

    private FakeService gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = FakeService.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void whatTheGatewayWarnsOfIsSaid() {
        gateway.answering(
                "/v1/events/funding-round",
                PLACE.replace("}]", ",\"warnings\":[\"the directory does not know the company\"]}]"));

        Executed executed = Executed.piped(
                "publish", "--gateway=" + gateway.url(), "funding-round", "--company=Anthropc", "--occurred-at=2025");

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.err()).isEqualTo("Warning: the directory does not know the company\n");
    }

    @Test
    void sendsTheFieldsAsJsonAndTellsWhereTheEventLies() {
        gateway.answering("/v1/events/funding-round", PLACE);

        Executed executed = Executed.piped(
                "publish",
                "--gateway=" + gateway.url(),
                "funding-round",
                "--company=OpenAI",
                "--occurred-at=2025-03-31",
                "--kind=public-mark",
                "--amount-usd=40_000_000_000",
                "--retracted=false",
                "--investors=SoftBank",
                "--investors=Thrive, Inc.",
                "--source=a paper",
                "--source-url=http://example.org");

        assertThat(executed.exitCode()).isZero();
        assertThat(gateway.requests().get(0).method()).isEqualTo("POST");
        assertThat(gateway.requests().get(0).body())
                .isEqualTo("{\"company\":\"OpenAI\",\"occurredAt\":\"2025-03-31\","
                        + "\"source\":{\"name\":\"a paper\",\"url\":\"http://example.org\"},\"retracted\":false,"
                        + "\"kind\":\"public_mark\",\"amountUsd\":40000000000,"
                        + "\"investors\":[\"SoftBank\",\"Thrive, Inc.\"]}");
        assertThat(executed.out()).isEqualTo("""
                        event  topic                  partition  offset
                        e1     market.funding-rounds          2      17
                        """);
    }

    @Test
    void pricesKeepEveryDigit() {
        gateway.answering("/v1/events/price-change", PLACE);

        Executed.piped(
                "publish",
                "price-change",
                "--gateway=" + gateway.url(),
                "--model-id=openai/o1",
                "--input-usd-per-million-tokens=0.10",
                "--output-usd-per-million-tokens=12");

        assertThat(gateway.requests().get(0).body())
                .isEqualTo("{\"modelId\":\"openai/o1\",\"inputUsdPerMillionTokens\":0.10,"
                        + "\"outputUsdPerMillionTokens\":12}");
    }

    @Test
    void aFlagAloneIsTrueAndWhatIsNoNumberIsLeftToTheGatewayToRefuse() {
        gateway.answering("/v1/events/usage-report", PLACE);

        Executed.piped("publish", "usage-report", "--gateway=" + gateway.url(), "--at-least", "--value=lots");

        assertThat(gateway.requests().get(0).body()).isEqualTo("{\"value\":\"lots\",\"atLeast\":true}");
    }

    @Test
    void theWholeEventMayBeGivenAsJsonOrOnStandardInput() {
        gateway.answering("/v1/events/lead-claim", PLACE);
        String claim = "{\"company\":\"OpenAI\",\"minMonths\":3.50}";

        Executed.piped("publish", "lead-claim", "--gateway=" + gateway.url(), "--json-event", claim);
        Executed.given(claim, "publish", "lead-claim", "--gateway=" + gateway.url(), "--json-event=-");

        assertThat(gateway.requests()).extracting(FakeService.Request::body).containsExactly(claim, claim);
    }

    @Test
    void jsonThatCannotBeReadOrStandsBesideFieldsIsRefused() {
        Executed unreadable = Executed.piped("publish", "lead-claim", "--json-event", "{");
        Executed both = Executed.piped("publish", "lead-claim", "--company=x", "--json-event", "{}");

        assertThat(unreadable.exitCode()).isEqualTo(2);
        assertThat(unreadable.err()).contains("--json-event is not readable JSON");
        assertThat(both.err()).contains("exclude each other");
    }

    @Test
    void everyBadFieldIsTold() {
        gateway.refusing("/v1/events/funding-round", 422, """
                {"detail":"2 fields are not as they must be","errors":[\
                {"field":"amountUsd","message":"-3 is negative"},{"field":"occurredAt","message":"is required"}]}""");

        Executed executed = Executed.piped("publish", "funding-round", "--gateway=" + gateway.url(), "--amount-usd=-3");

        assertThat(executed.exitCode()).isEqualTo(1);
        assertThat(executed.err().lines())
                .containsExactly(
                        "vorsprung: 2 fields are not as they must be",
                        "  amountUsd: -3 is negative",
                        "  occurredAt: is required");
    }

    @Test
    void theAnswerIsPrintedAsJsonOnRequest() {
        gateway.answering("/v1/events/funding-round", PLACE);

        Executed executed =
                Executed.piped("publish", "funding-round", "--json", "--gateway", gateway.url(), "--company=x");

        assertThat(executed.out()).isEqualToIgnoringNewLines(PLACE);
    }

    @Test
    void unknownTypesAndFieldsAreAnsweredWithThoseThereAre() {
        Executed type = Executed.piped("publish", "funding");
        Executed field = Executed.piped("publish", "funding-round", "--ammount-usd=3");

        assertThat(type.exitCode()).isEqualTo(2);
        assertThat(type.err()).contains("funding-round, model-release");
        assertThat(field.exitCode()).isEqualTo(2);
        assertThat(field.err()).contains("--amount-usd");
    }

    @Test
    void aGatewayThatIsAwayIsToldByItsOption() {
        String gone = gateway.url();
        gateway.close();

        Executed executed = Executed.piped("publish", "funding-round", "--gateway", gone, "--company=x");

        assertThat(executed.exitCode()).isEqualTo(4);
        assertThat(executed.err()).contains("publish gateway").contains("--gateway");
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldOfEveryTypeHasAnOptionWithADescription(EventType type) {
        Executed help = Executed.piped("publish", type.label(), "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(type.schema().getFields())
                .allSatisfy(field -> assertThat(help.out())
                        .contains("--"
                                + EventFields.jsonName(field.name())
                                        .replaceAll("([A-Z])", "-$1")
                                        .toLowerCase(Locale.ROOT)));
    }
}
