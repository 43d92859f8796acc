package vorsprung.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.kafka.clients.producer.KafkaProducer;

@AnalyzeClasses(packages = "vorsprung.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule gatewayFileAndSourceSeeIntakeAndPublishAndIntakeSeesDirectory = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("vorsprung.ingest..")
            .layer("wiring")
            .definedBy("vorsprung.ingest")
            .layer("gateway")
            .definedBy("vorsprung.ingest.gateway..")
            .layer("file")
            .definedBy("vorsprung.ingest.file..")
            .optionalLayer("source")
            .definedBy("vorsprung.ingest.source..")
            .layer("table")
            .definedBy("vorsprung.ingest.table..")
            .layer("publish")
            .definedBy("vorsprung.ingest.publish..")
            .layer("intake")
            .definedBy("vorsprung.ingest.intake..")
            .layer("directory")
            .definedBy("vorsprung.ingest.directory..")
            .whereLayer("wiring")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("gateway")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("file")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("table")
            .mayOnlyBeAccessedByLayers("wiring", "file", "source")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("wiring", "gateway", "file", "source")
            .whereLayer("intake")
            .mayOnlyBeAccessedByLayers("wiring", "gateway", "file", "source")
            .whereLayer("directory")
            .mayOnlyBeAccessedByLayers("wiring", "intake", "table", "file", "source");

    @ArchTest
    static final ArchRule intakeAndDirectorySeeNoKafkaNoHttpAndNoFiles = noClasses()
            .that()
            .resideInAnyPackage("vorsprung.ingest.intake..", "vorsprung.ingest.directory..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "vorsprung.wire..", "vorsprung.http..", "io.javalin..", "java.nio.file..");

    @ArchTest
    static final ArchRule onlyPublishSeesKafka = noClasses()
            .that()
            .resideOutsideOfPackage("vorsprung.ingest.publish..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule oneClassMakesProducers = noClasses()
            .that()
            .doNotHaveSimpleName("KafkaProducers")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(KafkaProducer.class);

    @ArchTest
    static final ArchRule ingestAndProcessorMeetOnTopicsOnly = noClasses()
            .that()
            .resideInAPackage("vorsprung.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vorsprung.processor..", "vorsprung.app..");

    @ArchTest
    static final ArchRule onlyIngestItselfSeesTheEnvironment = noClasses()
            .that()
            .resideInAPackage("vorsprung.ingest..")
            .and()
            .doNotHaveSimpleName("Ingest")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .accessField(System.class, "out");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("vorsprung.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsCalledHelperOrTheLike = noClasses()
            .that()
            .resideInAPackage("vorsprung..")
            .should()
            .haveSimpleNameContaining("Util")
            .orShould()
            .haveSimpleNameContaining("Helper")
            .orShould()
            .haveSimpleNameContaining("Manager")
            .orShould()
            .haveSimpleNameContaining("Common");
}
