package dev.faultline;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** Six modules, one direction. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.faultline");

    @Test
    void modulesDependOnEachOtherInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.faultline..")
                .layer("checkers")
                .definedBy("dev.faultline.checkers..")
                .layer("harness")
                .definedBy("dev.faultline.harness..")
                .layer("targets")
                .definedBy("dev.faultline.targets..")
                .layer("reference-impls")
                .definedBy("dev.faultline.reference..")
                .layer("reports")
                .definedBy("dev.faultline.reports..")
                .layer("maven-plugin")
                .definedBy("dev.faultline.cli..", "dev.faultline.maven..")
                .whereLayer("checkers")
                .mayNotAccessAnyLayer()
                .whereLayer("harness")
                .mayOnlyAccessLayers("checkers")
                .whereLayer("targets")
                .mayOnlyAccessLayers("harness", "checkers")
                .whereLayer("reference-impls")
                .mayOnlyAccessLayers("harness", "checkers")
                .whereLayer("reports")
                .mayOnlyAccessLayers("checkers")
                .whereLayer("maven-plugin")
                .mayOnlyAccessLayers("harness", "checkers", "reports")
                .check(CLASSES);
    }

    @Test
    void modulesHaveNoCycles() {
        slices().matching("dev.faultline.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void checkersKnowNothingOfJUnit() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("dev.faultline.checkers..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit..")
                .check(CLASSES);
    }
}
