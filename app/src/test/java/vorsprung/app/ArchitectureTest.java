package vorsprung.app;

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
    static final ArchRule nobodyImportsTheApp = noClasses()
            .that()
            .resideOutsideOfPackage("vorsprung.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vorsprung.app..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("vorsprung.app.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule tablesKnowNobody = classes()
            .that()
            .resideInAPackage("vorsprung.app.table..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "vorsprung.app.table..");

    @ArchTest
    static final ArchRule theClientKnowsNoKafka = noClasses()
            .that()
            .resideInAPackage("vorsprung.app.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..", "vorsprung.ingest..", "vorsprung.processor..", "picocli..");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .resideInAPackage("vorsprung.app..")
            .and()
            .doNotHaveSimpleName("Main")
            .should()
            .callMethod(System.class, "exit", int.class);
}
