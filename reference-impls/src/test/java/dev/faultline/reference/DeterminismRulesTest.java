package dev.faultline.reference;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An algorithm touches the world through its environment alone, or the same seed would not give the same run. */
class DeterminismRulesTest {
    private static final JavaClasses ALGORITHMS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.faultline.reference");

    /** Iteration order of these differs from JVM to JVM, or the call asks the machine for time or chance. */
    private static final Map<String, Set<String>> BANNED_CALLS = Map.of(
            "java.util.Set", Set.of("of", "copyOf"),
            "java.util.Map", Set.of("of", "copyOf", "ofEntries"),
            "java.util.Collection", Set.of("parallelStream"),
            "java.util.List", Set.of("parallelStream"),
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime", "identityHashCode", "getenv", "getProperty"),
            "java.time.Instant", Set.of("now"),
            "java.lang.Math", Set.of("random"),
            "java.util.UUID", Set.of("randomUUID"));

    @Test
    void algorithmsHaveNoClocksRandomSourcesThreadsSocketsOrFilesOfTheirOwn() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.util.concurrent..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.io..")
                        .or(DescribedPredicate.describe(
                                "clocks, threads and random sources",
                                type -> Set.of(
                                                "java.lang.Thread",
                                                "java.lang.ThreadLocal",
                                                "java.time.Clock",
                                                "java.util.Random",
                                                "java.util.SplittableRandom",
                                                "java.security.SecureRandom",
                                                "java.util.Timer")
                                        .contains(type.getName()))))
                .check(ALGORITHMS);
    }

    @Test
    void algorithmsCallNothingThatDiffersBetweenJvms() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe("differs between JVMs", DeterminismRulesTest::isBanned))
                .check(ALGORITHMS);
    }

    private static boolean isBanned(JavaCall<?> call) {
        return BANNED_CALLS
                .getOrDefault(call.getTargetOwner().getName(), Set.of())
                .contains(call.getName());
    }
}
