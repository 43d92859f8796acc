package vorsprung.processor;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

@AnalyzeClasses(packages = "vorsprung.processor", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String DOMAIN = "vorsprung.processor.domain..";
    private static final String REPORT = "vorsprung.processor.report..";
    private static final String STORE = "vorsprung.processor.store..";
    private static final String TOPOLOGY = "vorsprung.processor.topology..";
    private static final String QUERY = "vorsprung.processor.query..";
    private static final String HTTP = "vorsprung.processor.http..";

    @ArchTest
    static final ArchRule httpSeesQuerySeesTopologySeesStoreSeesReportSeesDomain = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("vorsprung.processor..")
            .layer("wiring")
            .definedBy("vorsprung.processor")
            .layer("http")
            .definedBy(HTTP)
            .layer("metrics")
            .definedBy("vorsprung.processor.metrics..")
            .layer("runtime")
            .definedBy("vorsprung.processor.runtime..")
            .layer("feed")
            .definedBy("vorsprung.processor.feed..")
            .layer("explain")
            .definedBy("vorsprung.processor.explain..")
            .layer("query")
            .definedBy(QUERY)
            .layer("topology")
            .definedBy(TOPOLOGY)
            .layer("store")
            .definedBy(STORE)
            .layer("report")
            .definedBy(REPORT)
            .layer("domain")
            .definedBy(DOMAIN)
            .whereLayer("wiring")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("metrics")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("feed")
            .mayOnlyBeAccessedByLayers("wiring", "http")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("wiring", "http", "explain", "metrics", "runtime")
            .whereLayer("explain")
            .mayOnlyBeAccessedByLayers("wiring", "http")
            .whereLayer("topology")
            .mayOnlyBeAccessedByLayers("wiring", "query", "feed", "metrics", "runtime")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("wiring", "query", "topology")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("wiring", "query", "topology", "store", "metrics");

    @ArchTest
    static final ArchRule domainSeesNothingButTheJdkJspecifyAndItself = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", DOMAIN);

    @ArchTest
    static final ArchRule nothingBelowQueryReadsAClock = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, REPORT, STORE, TOPOLOGY)
            .should()
            .callMethodWhere(target(nameMatching("now"))
                    .and(target(owner(JavaClass.Predicates.resideInAPackage("java.time..")))))
            .orShould()
            .callMethodWhere(target(nameMatching("currentTimeMillis|nanoTime"))
                    .and(target(owner(JavaClass.Predicates.equivalentTo(System.class)))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule queryKnowsNoJson = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule httpSeesNeitherKafkaNorGeneratedAvro = noClasses()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "vorsprung.event..",
                    "vorsprung.signal..",
                    "vorsprung.state..",
                    "vorsprung.wire..");

    @ArchTest
    static final ArchRule ingestAndProcessorMeetOnTopicsOnly =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("vorsprung.ingest..", "vorsprung.app..");

    @ArchTest
    static final ArchRule onlyProcessorItselfSeesTheEnvironment = noClasses()
            .that()
            .doNotHaveSimpleName("Processor")
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
            slices().matching("vorsprung.processor.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsCalledHelperOrTheLike = noClasses()
            .should()
            .haveNameMatching("(?i).*\\b(utils?|helpers?|common|misc|managers?)\\b.*")
            .orShould()
            .haveNameMatching(".*(Utils?|Helper|Manager|Common|Misc)");
}
