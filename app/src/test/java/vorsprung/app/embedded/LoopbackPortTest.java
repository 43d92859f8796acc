package vorsprung.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class LoopbackPortTest {

    @Test
    void zeroBecomesAFreePortThatNoOutgoingConnectionWillTake() {
        assertThat(LoopbackPort.choose(0, "Kafka", "--kafka-port")).isBetween(10_000, 32_767);
    }

    @Test
    void aFreePortStaysWhatWasAsked() {
        int port = LoopbackPort.free("Kafka");

        assertThat(LoopbackPort.choose(port, "Kafka", "--kafka-port")).isEqualTo(port);
    }

    @Test
    void aTakenPortIsNamedWithTheOptionThatChangesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> LoopbackPort.choose(port, "Kafka", "--kafka-port"))
                    .isInstanceOf(StartException.class)
                    .hasMessageStartingWith("Kafka cannot listen on port " + port)
                    .hasMessageContaining("--kafka-port");
        }
    }
}
