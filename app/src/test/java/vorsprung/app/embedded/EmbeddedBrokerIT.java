package vorsprung.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(StackExtension.class)
final class EmbeddedBrokerIT {

    @Test
    void topicsAndAcknowledgedRecordsSurviveAKill(@TempDir Path folder) throws Exception {
        int port = LoopbackPort.free("test");
        List<String> values = List.of("one", "two", "three");
        try (ServerProcess broker = ServerProcess.start(ServerMain.Kind.BROKER, folder, port)) {
            KafkaClient client = new KafkaClient(broker.address());
            client.createTopic("kept");
            client.publish("kept", values);
            broker.kill();
        }

        try (ServerProcess again = ServerProcess.start(ServerMain.Kind.BROKER, folder, port)) {
            KafkaClient client = new KafkaClient(again.address());
            client.publish("kept", List.of("four"));

            assertThat(again.address()).isEqualTo("127.0.0.1:" + port);
            assertThat(client.read("kept", 4)).containsExactly("one", "two", "three", "four");
        }
    }

    @Test
    void theStreamsGroupProtocolIsOn(EmbeddedStack stack) throws Exception {
        try (Admin admin = new KafkaClient(stack.bootstrapServers()).admin()) {
            FeatureMetadata features =
                    admin.describeFeatures().featureMetadata().get();

            assertThat(features.finalizedFeatures())
                    .extractingByKey("streams.version")
                    .extracting(FinalizedVersionRange::maxVersionLevel)
                    .isEqualTo((short) 1);
        }
    }

    @Test
    void aStreamsGroupMayAskForSessionsOfTwoSeconds(EmbeddedStack stack) throws Exception {
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, "vorsprung-processor");
        Collection<AlterConfigOp> changes = List.of(
                new AlterConfigOp(new ConfigEntry("streams.session.timeout.ms", "2000"), OpType.SET),
                new AlterConfigOp(new ConfigEntry("streams.heartbeat.interval.ms", "500"), OpType.SET));
        try (Admin admin = new KafkaClient(stack.bootstrapServers()).admin()) {
            admin.incrementalAlterConfigs(Map.of(group, changes)).all().get();

            assertThat(admin.describeConfigs(List.of(group)).all().get())
                    .extractingByKey(group)
                    .extracting(config -> config.get("streams.session.timeout.ms"))
                    .extracting(ConfigEntry::value)
                    .isEqualTo("2000");
        }
    }

    @Test
    void aTopicIsNotCreatedByAskingForIt(EmbeddedStack stack) throws Exception {
        try (Admin admin = new KafkaClient(stack.bootstrapServers()).admin()) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("never-made"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }
}
