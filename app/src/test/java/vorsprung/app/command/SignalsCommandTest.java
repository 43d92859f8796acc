package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SignalsCommandTest {

    private static final String LEAD = """
            {"signalId":"lead-changed:mmlu:google","type":"LEAD_CHANGED","subject":"mmlu",\
            "occurredAt":"2025-03-25T00:00:00Z","foundAt":"2025-03-25T00:00:01Z","historical":false,\
            "withdrawn":false,"value":0.9,"previous":0.86,"detail":"google leads, after openai"}""";
    private static final String CUT = """
            {"signalId":"price-cut:openai:gpt-4:p-2","type":"PRICE_CUT","subject":"openai/gpt-4",\
            "occurredAt":"2023-11-06T00:00:00Z","foundAt":"2025-03-25T00:00:01Z","historical":true,\
            "withdrawn":true,"value":15.0,"previous":37.5}""";

    private FakeService api;

    @BeforeEach
    void start() throws IOException {
        api = FakeService.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void showsWhatWasWorthAnAlertTheNewestFirst() {
        api.answering("/v1/signals", "{\"items\":[" + LEAD + "," + CUT + "],\"nextCursor\":\"more\"}");

        Executed executed = Executed.piped(
                "signals", "--type=price-cut,LEAD_CHANGED", "--since=2023", "--limit=2", "--url", api.url());

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out()).isEqualTo("""
                                at  signal        subject       figure             remarks
                        2025-03-25  lead changed  mmlu          0.9, before 0.86   google leads, after openai
                        2023-11-06  price cut     openai/gpt-4  $15, before $37.5  withdrawn, historical
                        """);
        assertThat(executed.err()).contains("There are more than 2");
        assertThat(api.asked()).containsExactly("/v1/signals?type=PRICE_CUT&type=LEAD_CHANGED&since=2023&limit=2");
    }

    @Test
    void aTypeThatIsNoneIsRefusedNamingTheOneThatWasMeant() {
        Executed executed = Executed.piped("signals", "--type=lead-change", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.err())
                .contains("valuation-step-up, down-round")
                .contains("found lead-change; did you mean lead-changed?");
    }

    @Test
    void noSignalIsSaid() {
        api.answering("/v1/signals", "{\"items\":[]}");

        assertThat(Executed.piped("signals", "--url", api.url()).exitCode()).isEqualTo(3);
    }

    @Test
    void followingTellsSignalsAsTheyComeAndGoesOnBehindTheLastOneWhenTheConnectionIsLost() {
        api.streaming("/v1/stream", "", ": following\n\nid: 6\n\n", event("signal", "7", LEAD))
                .streaming(
                        "/v1/stream",
                        "7",
                        event("gap", "9", "{\"topic\":\"market.signals\",\"partition\":2,\"missing\":2}"),
                        event("signal", "10", CUT))
                .refusing("/v1/stream", 400, "{\"detail\":\"enough\"}");

        Executed executed = Executed.piped("signals", "--follow", "--url", api.url());

        assertThat(executed.out()).isEqualTo("""
                        2025-03-25  lead changed  mmlu  0.9, before 0.86  google leads, after openai
                        2023-11-06  price cut  openai/gpt-4  $15, before $37.5  withdrawn, historical
                        """);
        assertThat(executed.err().lines())
                .containsSubsequence(
                        "Following. Ctrl-C ends it.",
                        "The stream was lost: the service ended it. Trying again in half a second.",
                        "Following again.",
                        "A gap: up to 2 records of market.signals partition 2 had expired before they could be told.",
                        "vorsprung: enough");
        assertThat(executed.exitCode()).isEqualTo(1);
    }

    @Test
    void followingEndsWhenNobodyReadsAnyMore() {
        api.streaming("/v1/stream", "", event("signal", "7", LEAD), event("signal", "8", CUT))
                .refusing("/v1/stream", 400, "{\"detail\":\"it was asked for once more\"}");

        Executed executed = Executed.intoClosedPipe("signals", "--follow", "--url", api.url());

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.err()).doesNotContain("once more");
    }

    @Test
    void aConnectionLostBeforeTheFirstEventGoesOnWhereItBegan() {
        api.streaming("/v1/stream", "", "id: 6\n\n")
                .streaming("/v1/stream", "6", event("signal", "7", LEAD))
                .refusing("/v1/stream", 400, "{\"detail\":\"enough\"}");

        Executed executed = Executed.piped("signals", "--follow", "--json", "--url", api.url());

        assertThat(executed.outLines()).containsExactly(LEAD);
    }

    @Test
    void withATimeThoseThereAreComeFirstAndNoneTwice() {
        api.answering("/v1/signals", "{\"items\":[" + LEAD + "," + CUT + "]}")
                .streaming("/v1/stream", "", event("signal", "7", LEAD), event("signal", "8", CUT))
                .refusing("/v1/stream", 400, "{\"detail\":\"enough\"}");

        Executed executed = Executed.piped("signals", "--follow", "--since=2023", "--json", "--url", api.url());

        assertThat(executed.outLines()).containsExactly(CUT, LEAD);
    }

    @Test
    void onlySignalsOfTheTypesAndTheSubjectAskedForAreTold() {
        api.streaming("/v1/stream", "", event("signal", "7", LEAD), event("signal", "8", CUT))
                .refusing("/v1/stream", 400, "{\"detail\":\"enough\"}");

        List<String> cuts = Executed.piped("signals", "--follow", "--type=price-cut", "--json", "--url", api.url())
                .outLines();

        assertThat(cuts).containsExactly(CUT);
    }

    @Test
    void aServiceThatIsNotThereAtAllIsToldAtOnce() {
        api.close();

        Executed executed = Executed.piped("signals", "--follow", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(4);
        assertThat(executed.err()).contains("Cannot reach the query API");
    }

    private static String event(String name, String id, String data) {
        return "event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n";
    }
}
