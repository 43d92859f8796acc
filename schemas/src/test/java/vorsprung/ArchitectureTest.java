package vorsprung;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = {
            "vorsprung.event",
            "vorsprung.signal",
            "vorsprung.publication",
            "vorsprung.topic",
            "vorsprung.rule",
            "vorsprung.wire",
            "vorsprung.provision"
        },
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
            slices().matching("vorsprung.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TOPIC_KNOWS_NO_OTHER_PACKAGE = noClasses()
            .that()
            .resideInAPackage("vorsprung.topic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vorsprung.rule..", "vorsprung.wire..", "vorsprung.provision..");

    @ArchTest
    static final ArchRule RULE_IS_PURE = noClasses()
            .that()
            .resideInAPackage("vorsprung.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vorsprung.wire..",
                    "vorsprung.provision..",
                    "org.apache.kafka..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "java.io..",
                    "java.net..",
                    "java.nio..");

    @ArchTest
    static final ArchRule RULE_READS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("vorsprung.rule..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule WIRE_KNOWS_NEITHER_RULES_NOR_THE_CLUSTER = noClasses()
            .that()
            .resideInAPackage("vorsprung.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vorsprung.rule..", "vorsprung.provision..", "org.apache.kafka.clients..");

    @ArchTest
    static final ArchRule NOBODY_TOUCHES_THE_PROCESS = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveNameMatching("(?i).*(util|utils|helper|manager|common|misc)$")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..helper..", "..common..", "..misc..", "..manager..");

    @ArchTest
    static final ArchRule CLASSES_ARE_FINAL = classes()
            .that()
            .resideInAnyPackage("vorsprung.topic..", "vorsprung.rule..", "vorsprung.wire..", "vorsprung.provision..")
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .doNotHaveSimpleName("SchemaRegistryException")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
            .because("behaviour is not inherited; of a registry's refusals one kind is named apart");
}
