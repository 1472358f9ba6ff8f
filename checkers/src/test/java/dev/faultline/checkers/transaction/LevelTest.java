package dev.faultline.checkers.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LevelTest {
    @ParameterizedTest
    @EnumSource
    void weakerAndStrongerAreEachOthersInverse(Level level) {
        for (Level other : Level.values()) {
            assertThat(level.andWeaker().contains(other))
                    .as("%s implies %s", level, other)
                    .isEqualTo(other.andStronger().contains(level));
        }
    }

    @ParameterizedTest
    @EnumSource
    void implicationIsAPartialOrder(Level level) {
        assertThat(level.andWeaker()).contains(level);
        assertThat(level.andStronger()).contains(level);
        for (Level weaker : level.andWeaker()) {
            assertThat(level.andWeaker()).containsAll(weaker.andWeaker());
            assertThat(weaker == level || !weaker.andWeaker().contains(level))
                    .as("%s and %s imply each other", level, weaker)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void strictSerializabilityImpliesEverything(Level level) {
        assertThat(Level.STRICT_SERIALIZABLE.andWeaker()).contains(level);
        assertThat(level.andStronger()).contains(Level.STRICT_SERIALIZABLE);
    }

    @Test
    void snapshotIsolationImpliesWhatItsDefinitionSays() {
        assertThat(Level.SNAPSHOT_ISOLATION.andWeaker())
                .isEqualTo(EnumSet.of(
                        Level.SNAPSHOT_ISOLATION, Level.CONSISTENT_VIEW, Level.READ_COMMITTED, Level.READ_UNCOMMITTED));
        assertThat(Level.STRONG_SESSION_SERIALIZABLE.andStronger())
                .isEqualTo(EnumSet.of(Level.STRONG_SESSION_SERIALIZABLE, Level.STRICT_SERIALIZABLE));
    }

    @ParameterizedTest
    @EnumSource
    void anIdentifierLeadsBackToItsLevel(Level level) {
        assertThat(Level.byId(level.id())).isEqualTo(level);
        assertThat(Isolation.of(level).name()).isEqualTo(level.id());
    }

    @Test
    void identifiersAreDistinctAndWeakerOnesComeFirst() {
        List<String> ids = Level.ids();
        assertThat(ids).doesNotHaveDuplicates().hasSize(Level.values().length).contains("snapshot-isolation");
        for (Level level : Level.values()) {
            for (Level weaker : level.andWeaker()) {
                assertThat(ids.indexOf(weaker.id())).isLessThanOrEqualTo(ids.indexOf(level.id()));
            }
        }
    }

    @Test
    void anUnknownIdentifierIsToldTheKnownOnes() {
        assertThatThrownBy(() -> Level.byId("serialisable"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "There is no isolation level \"serialisable\", so the history cannot be judged.")
                .hasMessageEndingWith("Use one of: " + String.join(", ", Level.ids()) + ".");
    }
}
