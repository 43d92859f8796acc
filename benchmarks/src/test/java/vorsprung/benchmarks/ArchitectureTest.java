package vorsprung.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vorsprung", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule nobodyImportsTheBenchmarks = noClasses()
            .that()
            .resideOutsideOfPackage("vorsprung.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vorsprung.benchmarks..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("vorsprung.benchmarks.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theMarketKnowsSchemasOnly = classes()
            .that()
            .resideInAPackage("vorsprung.benchmarks.market..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.apache.avro..",
                    "org.jspecify..",
                    "vorsprung.event..",
                    "vorsprung.topic..",
                    "vorsprung.benchmarks.market..");

    @ArchTest
    static final ArchRule figuresKnowNobody = classes()
            .that()
            .resideInAPackage("vorsprung.benchmarks.figure..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "vorsprung.benchmarks.figure..");
}
