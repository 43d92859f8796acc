package vorsprung.app.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CommandPageTest {

    @Test
    void eachLineOfAShellBlockIsACommandUnlessItGoesOn() {
        CommandPage page = CommandPage.of("page.md", """
                Text with `./vorsprung mentioned`.

                ```sh
                # a remark
                ./vorsprung company openai     # who it is
                ./vorsprung publish usage-report \\
                    --company '#1 "Labs"'

                curl -d '
                  {"a": 1}' http://127.0.0.1
                ```
                """);

        assertThat(page.commands())
                .containsExactly(
                        new DocumentedCommand(5, "./vorsprung company openai", 0),
                        new DocumentedCommand(6, "./vorsprung publish usage-report \\\n    --company '#1 \"Labs\"'", 0),
                        new DocumentedCommand(9, "curl -d '\n  {\"a\": 1}' http://127.0.0.1", 0));
    }

    @Test
    void elsewhereAPromptMakesACommand() {
        CommandPage page = CommandPage.of("page.md", """
                ```
                $ ./vorsprung valuations
                company  valuation
                $ curl -s http://127.0.0.1
                {"status":422}
                $ curl -si http://127.0.0.1
                HTTP/1.1 201 Created
                ```

                ```csv
                $ is no prompt here
                ```
                """);

        assertThat(page.commands())
                .containsExactly(
                        new DocumentedCommand(2, "./vorsprung valuations", 0),
                        new DocumentedCommand(4, "curl -s http://127.0.0.1", 22),
                        new DocumentedCommand(6, "curl -si http://127.0.0.1", 0));
    }

    @Test
    void aRemarkMayNameAnExitCode() {
        CommandPage page = CommandPage.of("page.md", """
                ```sh
                ./vorsprung company nobody     # exit code 3: nothing to show
                ```
                """);

        assertThat(page.commands()).containsExactly(new DocumentedCommand(2, "./vorsprung company nobody", 3));
    }

    @Test
    void aBlockWithANameIsAFile() {
        CommandPage page = CommandPage.of("page.md", """
                ```csv rounds.csv
                Firm,Day
                $ A,2025
                ```
                """);

        assertThat(page.commands()).isEmpty();
        assertThat(page.files()).containsEntry("rounds.csv", "Firm,Day\n$ A,2025\n");
    }
}
