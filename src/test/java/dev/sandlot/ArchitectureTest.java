package dev.sandlot;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// The walls that modules alone can't express.
class ArchitectureTest {

    private static final JavaClasses PRODUCTION =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.sandlot");
    private static final JavaClasses EVERYTHING =
            new ClassFileImporter().importPackages("dev.sandlot");

    @Test
    void onlyTheNsjailRoomStartsProcesses() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.sandlot.sandbox.nsjail..")
                        .should()
                        .dependOnClassesThat(are(type(ProcessBuilder.class)))
                        .orShould()
                        .callMethodWhere(
                                target(owner(type(Runtime.class))).and(target(name("exec")))));
    }

    @Test
    void onlyPagesKnowVaadin() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "dev.sandlot.playground..",
                                "dev.sandlot.practice..",
                                "dev.sandlot.ui..")
                        .and()
                        .doNotHaveFullyQualifiedName(Application.class.getName())
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("com.vaadin..")));
    }

    @Test
    void onlyTheJudgeNamesSecrets() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("dev.sandlot.judge..", "dev.sandlot.problem..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("dev.sandlot.problem.secret..")));
    }

    @Test
    void sqlStaysWithTheRoomsThatStore() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "dev.sandlot.run..",
                                "dev.sandlot.problem..",
                                "dev.sandlot.language..",
                                "dev.sandlot.sandbox..",
                                "dev.sandlot.ui..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "java.sql..",
                                        "javax.sql..",
                                        "org.springframework.jdbc..")));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        check(
                fields().should()
                        .notBeAnnotatedWith(
                                "org.springframework.beans.factory.annotation.Autowired")
                        .andShould()
                        .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                        .andShould()
                        .notBeAnnotatedWith("jakarta.inject.Inject")
                        .andShould()
                        .notBeAnnotatedWith("jakarta.annotation.Resource"));
    }

    @Test
    void loggingGoesThroughSlf4j() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "java.util.logging..",
                                        "org.apache.commons.logging..",
                                        "org.apache.log4j..")));
    }

    /// A test that sleeps is slow when it passes and wrong when the machine is slow; a server that
    /// sleeps can't be stopped.
    @Test
    void nothingSleeps() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(type(Thread.class))).and(target(name("sleep"))))
                .check(EVERYTHING);
    }

    @Test
    void configurationIsAnImmutableRecord() {
        check(
                classes()
                        .that()
                        .areAnnotatedWith(
                                "org.springframework.boot.context.properties.ConfigurationProperties")
                        .should()
                        .beRecords()
                        .allowEmptyShould(true));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(
                noClasses()
                        .that(are(DescribedPredicate.not(assignableTo(Throwable.class))))
                        .should()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .orShould()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveSimpleNameEndingWith("DTO")
                        .orShould()
                        .haveSimpleNameEndingWith("Dto")
                        .orShould()
                        .haveSimpleNameStartingWith("Abstract"));
    }

    private static void check(ArchRule rule) {
        rule.check(PRODUCTION);
    }
}
