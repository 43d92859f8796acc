package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class EventsCommandTest {

    @Test
    void showsTheFactItsReportsAndWhereTheyDisagree() throws IOException {
        try (FakeService api = FakeService.start()) {
            api.answering("/v1/events/model-release/deepseek/deepseek-r1/a%2Fb", """
                    {"eventId":"a/b","type":"model-release","fact":{"trainingCostUsd":6000000},\
                    "reports":[{"recordedAt":"2025-01-22T00:00:00Z","trainingCostUsd":6773000,\
                    "topic":"market.model-releases","partition":1,"offset":7},\
                    {"recordedAt":"2025-03-31T00:00:00Z","source":{"name":"a paper"},"trainingCostUsd":6000000,\
                    "topic":"market.model-releases","partition":1,"offset":9}],"disagreements":["trainingCostUsd"]}""");

            Executed executed =
                    Executed.piped("events", "model-release", "deepseek/deepseek-r1", "a/b", "--url", api.url());

            assertThat(executed.exitCode()).isZero();
            assertThat(executed.out()).isEqualTo("""
                            a/b  model-release
                              trainingCostUsd  6000000
                              Reports disagree on trainingCostUsd.

                            Report 1 of 2  market.model-releases partition 1 offset 7
                              recordedAt       2025-01-22T00:00:00Z
                              trainingCostUsd  6773000

                            Report 2 of 2  market.model-releases partition 1 offset 9
                              recordedAt       2025-03-31T00:00:00Z
                              source           {"name":"a paper"}
                              trainingCostUsd  6000000
                            """);
        }
    }
}
