package dev.faultline.harness.engine;

import dev.faultline.harness.claim.ClaimId;
import dev.faultline.harness.claim.Spec;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;

/** Which claims and seeded bugs {@code faultline.include} lets in; {@code *} stands for any characters. */
final class Include {
    static final String PARAMETER = "faultline.include";

    /** What a seeded bug's name may be made of, and the glob's star. */
    private static final Pattern BUG_GLOB = Pattern.compile("[\\w.$@*-]+");

    private final String glob;
    private final Pattern pattern;

    private Include(String glob) {
        this.glob = glob;
        this.pattern = Pattern.compile(
                Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    static Include from(ConfigurationParameters parameters) {
        Optional<String> glob = parameters.get(PARAMETER).map(String::strip).filter(text -> !text.isEmpty());
        return new Include(glob.orElse("*"));
    }

    boolean includes(Spec spec, Method claim) {
        return includes(spec) || matches(spec.id(claim).toString());
    }

    /** Whether a bug of the spec may be let in. The names of its bugs are not known before their provider runs. */
    boolean mayIncludeBugs(Spec spec) {
        return includes(spec) || BUG_GLOB.matcher(glob).matches();
    }

    boolean includesBug(Spec spec, String bug) {
        return includes(spec)
                || matches(bug)
                || matches(ClaimId.bug(spec.type().getName(), bug).toString());
    }

    private boolean includes(Spec spec) {
        Class<?> type = spec.type();
        return Stream.of(spec.system(), type.getName(), type.getSimpleName()).anyMatch(this::matches);
    }

    private boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
