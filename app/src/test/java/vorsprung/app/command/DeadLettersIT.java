package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vorsprung.app.embedded.DeadLetters;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;

/** Dead letters of a real broker, from the list to their ends. */
@ExtendWith(StackExtension.class)
final class DeadLettersIT {

    @Test
    void eachDeadLetterIsShownAndEnded(EmbeddedStack shared) throws ExecutionException, InterruptedException {
        Provisioned stack = Provisioned.on(shared);
        DeadLetters letters = new DeadLetters(stack.settings());
        long mendable = letters.leaveWithoutKey();
        long hopeless = letters.leave("x", new byte[] {1, 2, 3}, "the value is no Confluent record");

        assertThat(stack.execute("dead-letters", "list").outLines())
                .anyMatch(line ->
                        line.matches(" *" + mendable + "  open +market.funding-rounds +2 +7  " + DeadLetters.NO_KEY))
                .anyMatch(line -> line.contains("the value is no Confluent record"));
        assertThat(stack.execute("dead-letters", "show", Long.toString(mendable))
                        .out())
                .contains("\"companyId\" : \"retried-labs\"", "\"retry\" : \"would be taken\"");

        assertThat(stack.execute("dead-letters", "retry", Long.toString(mendable))
                        .out())
                .startsWith(mendable + " is now market.funding-rounds~");
        Executed refused = stack.execute("dead-letters", "retry", Long.toString(hopeless));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains(hopeless + " would fail again: ");
        assertThat(stack.execute("dead-letters", "discard", Long.toString(hopeless), "--why=a test")
                        .exitCode())
                .isZero();

        assertThat(stack.execute("export").out()).contains("\"eventId\":\"retried\",\"companyId\":\"retried-labs\"");
        assertThat(stack.execute("dead-letters", "list", "--json").out())
                .doesNotContain("\"number\":" + mendable + ",", "\"number\":" + hopeless + ",");
        assertThat(stack.execute("dead-letters", "list", "--all", "--json").outLines())
                .anyMatch(line -> line.contains("\"number\":" + mendable + ",\"state\":\"retried\""))
                .anyMatch(line -> line.contains("\"number\":" + hopeless + ",\"state\":\"discarded\"")
                        && line.contains("\"note\":\"a test\""));
    }

    @Test
    void oneThatThereIsNotIsTold(EmbeddedStack shared) {
        Provisioned stack = Provisioned.on(shared);

        Executed shown = stack.execute("dead-letters", "show", "999999");

        assertThat(shown.exitCode()).isEqualTo(3);
        assertThat(shown.err()).contains("There is no dead letter 999999.");
        assertThat(stack.execute("dead-letters", "discard", "999999").exitCode())
                .isEqualTo(1);
    }

    @Test
    void theDoctorFindsNothingToMend(EmbeddedStack shared) {
        Executed examined = Provisioned.on(shared).execute("doctor", "--group=nobody");

        assertThat(examined.outLines())
                .anyMatch(line -> line.startsWith("ok       broker"))
                .anyMatch(line -> line.startsWith("ok       topics"))
                .anyMatch(line -> line.startsWith("warning  processor"))
                .anyMatch(line -> line.startsWith("ok       registry"))
                .anyMatch(line -> line.startsWith("ok       schemas"));
        assertThat(examined.exitCode()).isZero();
    }
}
