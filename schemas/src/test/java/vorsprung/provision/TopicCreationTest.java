package vorsprung.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import vorsprung.event.FundingRound;
import vorsprung.provision.TopicReport.Outcome;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;
import vorsprung.wire.Compatibility;
import vorsprung.wire.MemorySchemaRegistry;
import vorsprung.wire.SchemaRegistryException;

class TopicCreationTest {
    private static final TopicPlan PLAN = new TopicPlan(6, (short) 3, 2);
    private static final String ROUNDS = "market.funding-rounds";
    private static final String SUBJECT = "market.funding-rounds-value";

    private final ClusterFake cluster = new ClusterFake();
    private final MemorySchemaRegistry registry = new MemorySchemaRegistry();
    private final TopicCreation creation = new TopicCreation(cluster, registry, PLAN);

    private static TopicReport of(String topic, List<TopicReport> reports) {
        return reports.stream()
                .filter(report -> report.name().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyTopicIsReportedInItsOrder() {
        List<TopicReport> reports = creation.create();

        assertThat(reports)
                .extracting(TopicReport::name)
                .containsExactlyElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
        assertThat(reports).extracting(TopicReport::outcome).containsOnly(Outcome.CREATED);
        assertThat(reports).allMatch(report -> report.differences().isEmpty());
    }

    @Test
    void anEventTopicIsCreatedAsPlannedAndKeepsEverything() {
        creation.create();

        NewTopic rounds = cluster.created(ROUNDS);
        assertThat(rounds.numPartitions()).isEqualTo(6);
        assertThat(rounds.replicationFactor()).isEqualTo((short) 3);
        assertThat(rounds.configs())
                .isEqualTo(Map.of("retention.ms", "-1", "cleanup.policy", "delete", "min.insync.replicas", "2"));
    }

    @Test
    void aTopicWithPartitionsOfItsOwnKeepsThem() {
        creation.create();

        assertThat(cluster.created("market.dead-letters").numPartitions()).isEqualTo(1);
    }

    @Test
    void everySchemaIsRegisteredAndHeldToFullTransitive() {
        creation.create();

        assertThat(Topics.all()).filteredOn(topic -> topic.schema() != null).allSatisfy(topic -> {
            assertThat(registry.versions(topic.subject())).containsExactly(1);
            assertThat(registry.compatibility(topic.subject())).contains(Compatibility.FULL_TRANSITIVE);
        });
        assertThat(registry.versions("market.dead-letters-value")).isEmpty();
    }

    @Test
    void toRunItAgainChangesNothing() {
        creation.create();

        List<TopicReport> again = creation.create();

        assertThat(again).extracting(TopicReport::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(cluster.creations()).isEqualTo(Topics.all().size());
        assertThat(registry.versions(SUBJECT)).containsExactly(1);
    }

    @Test
    void whatDiffersIsSaidAndLeftAlone() {
        cluster.holds(ROUNDS, new ExistingTopic(3, Map.of("retention.ms", "604800000", "cleanup.policy", "compact")));

        TopicReport rounds = of(ROUNDS, creation.create());

        assertThat(rounds.outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(rounds.differences())
                .containsExactly(
                        "partitions are 3, planned are 6",
                        "cleanup.policy is compact, planned is delete",
                        "retention.ms is 604800000, planned is -1");
    }

    @Test
    void aTopicThatABrokerDoesNotKnowYetIsLookedForAgain() {
        creation.create();
        cluster.showsTopicsOnlyAfter(2);

        List<TopicReport> reports = creation.create();

        assertThat(reports).extracting(TopicReport::outcome).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void toCheckCreatesNothing() {
        List<TopicReport> reports = creation.check();

        assertThat(reports).extracting(TopicReport::outcome).containsOnly(Outcome.MISSING);
        assertThat(of(ROUNDS, reports).differences())
                .containsExactly("the schema is not registered under market.funding-rounds-value");
        assertThat(cluster.creations()).isZero();
        assertThat(registry.versions(SUBJECT)).isEmpty();
    }

    @Test
    void toCheckWhatIsAsPlannedFindsNothing() {
        creation.create();

        List<TopicReport> reports = creation.check();

        assertThat(reports)
                .containsExactlyElementsOf(Topics.all().stream()
                        .map(topic -> TopicReport.of(topic.name(), Outcome.UNCHANGED))
                        .toList());
    }

    @Test
    void aTopicWithoutItsSchemaDiffers() {
        creation.create();

        TopicReport rounds = of(ROUNDS, new TopicCreation(cluster, new MemorySchemaRegistry(), PLAN).check());

        assertThat(rounds.outcome()).isEqualTo(Outcome.DIFFERS);
    }

    @Test
    void aRegistryThatRefusesTheLevelIsAWarning() {
        RefusingRegistry refusing = new RefusingRegistry(403);

        TopicReport rounds = of(ROUNDS, new TopicCreation(cluster, refusing, PLAN).create());

        assertThat(rounds.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(rounds.warnings())
                .containsExactly("compatibility of market.funding-rounds-value could not be set to FULL_TRANSITIVE:"
                        + " not allowed");
    }

    @Test
    void aReadOnlyRegistryIsFineOnceItsOwnersHaveRegistered() {
        RefusingRegistry refusing = new RefusingRegistry(403);
        TopicCreation owned = new TopicCreation(cluster, refusing, PLAN);
        owned.create();
        refusing.becomeReadOnly();

        List<TopicReport> reports = owned.create();

        assertThat(reports).extracting(TopicReport::outcome).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void aReadOnlyRegistryWithoutOurSchemasIsAFailure() {
        RefusingRegistry refusing = new RefusingRegistry(403);
        refusing.becomeReadOnly();

        assertThatThrownBy(() -> new TopicCreation(cluster, refusing, PLAN).create())
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessage("not allowed");
    }

    @Test
    void aRegistryThatIsAwayIsAFailure() {
        RefusingRegistry away = new RefusingRegistry(503);

        assertThatThrownBy(() -> new TopicCreation(cluster, away, PLAN).create())
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessage("not allowed");
    }

    @Test
    void aSchemaThatTheSubjectDoesNotAdmitIsAFailure() {
        Schema strange = SchemaBuilder.record(FundingRound.class.getName())
                .fields()
                .requiredInt("strange")
                .endRecord();
        registry.register(SUBJECT, strange);
        registry.setCompatibility(SUBJECT, Compatibility.FULL_TRANSITIVE);

        assertThatThrownBy(creation::create)
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining("breaks the compatibility FULL_TRANSITIVE of market.funding-rounds-value");
    }

    @Test
    void aPlanThatNoClusterCanKeepIsRefused() {
        assertThatThrownBy(() -> new TopicPlan(0, (short) 1, 1)).hasMessage("partitions must be at least 1, not 0");
        assertThatThrownBy(() -> new TopicPlan(1, (short) 0, 1))
                .hasMessage("replicationFactor must be at least 1 or -1, not 0");
        assertThatThrownBy(() -> new TopicPlan(1, (short) 1, 2))
                .hasMessage("minInsyncReplicas must be from 1 to the replication factor, not 2 of 1");
        assertThat(new TopicPlan(4, TopicPlan.BROKER_DEFAULT, 2).minInsyncReplicas())
                .isEqualTo(2);
    }
}
