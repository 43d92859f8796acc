package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangesCommandTest {

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
    void showsBeforeAndAfterAndTheFactThatDidIt() {
        api.answering("/v1/changes", """
                {"nextCursor":"more","items":[\
                {"subject":"openai","subjectType":"company","figure":"valuationUsd","before":157000000000,\
                "after":300000000000,"changedAt":"2025-03-31T12:00:00.250Z","report":{"eventId":"series-f"}},\
                {"subject":"openai","figure":"stepUp","after":1.9108,"changedAt":"2025-03-31T12:00:00Z"},\
                {"subject":"gpqa-diamond","figure":"leader","before":"openai","after":"google",\
                "changedAt":"2025-03-25T00:00:01Z"}]}""");

        Executed executed =
                Executed.piped("changes", "--since=2025-03", "--subject=openai", "--limit=3", "--url", api.url());

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out()).isEqualTo("""
                                          at  subject       figure          before     after  by
                        2025-03-31T12:00:00Z  openai        valuationUsd  $157.0bn  $300.0bn  series-f
                        2025-03-31T12:00:00Z  openai        stepUp               –     1.91×  –
                        2025-03-25T00:00:01Z  gpqa-diamond  leader          openai    google  –
                        """);
        assertThat(executed.err()).contains("There are more than 3");
        assertThat(api.asked()).containsExactly("/v1/changes?since=2025-03&subject=openai&sort=-changedAt&limit=3");
    }

    @Test
    void nothingThatChangedIsSaid() {
        api.answering("/v1/changes", "{\"items\":[]}");

        Executed executed = Executed.piped("changes", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(3);
        assertThat(executed.err()).contains("Nothing has changed");
    }
}
