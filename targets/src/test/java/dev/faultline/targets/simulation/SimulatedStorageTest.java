package dev.faultline.targets.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.targets.simulation.Programmed.Entry;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SimulatedStorageTest {
    private final AtomicInteger effects = new AtomicInteger();
    private final SimulatedStorage storage = new SimulatedStorage(effects::incrementAndGet);

    private void append(int... numbers) {
        for (int number : numbers) {
            storage.append(new Entry(number));
        }
    }

    @Test
    void losesUnsyncedWritesInACrash() {
        append(1, 2);
        storage.put("term", new Entry(7));
        storage.sync();
        append(3);
        storage.put("term", new Entry(8));
        storage.crash(0);
        assertThat(storage.log()).containsExactly(new Entry(1), new Entry(2));
        assertThat(storage.get("term")).contains(new Entry(7));
    }

    @Test
    void showsUnsyncedWritesUntilTheCrash() {
        append(1);
        storage.put("term", new Entry(7));
        assertThat(storage.log()).containsExactly(new Entry(1));
        assertThat(storage.get("term")).contains(new Entry(7));
        assertThat(storage.get("vote")).isEmpty();
    }

    @Test
    void keepsTheOldestUnsyncedWritesWhenTheyAreTorn() {
        append(1);
        storage.sync();
        append(2, 3);
        storage.put("term", new Entry(7));
        append(4);
        storage.crash(0.5);
        assertThat(storage.log()).containsExactly(new Entry(1), new Entry(2), new Entry(3));
        assertThat(storage.get("term")).isEmpty();
    }

    @Test
    void losesAnUnsyncedTruncation() {
        append(1, 2, 3);
        storage.sync();
        storage.truncate(1);
        assertThat(storage.log()).containsExactly(new Entry(1));
        storage.crash(0);
        assertThat(storage.log()).containsExactly(new Entry(1), new Entry(2), new Entry(3));
    }

    @Test
    void keepsASyncedTruncation() {
        append(1, 2, 3);
        storage.truncate(2);
        append(4);
        storage.sync();
        storage.crash(0);
        assertThat(storage.log()).containsExactly(new Entry(1), new Entry(2), new Entry(4));
    }

    @Test
    void dropsTheFirstRecordsForGoodOnceSynced() {
        append(1, 2, 3);
        storage.dropFirst(2);
        storage.sync();
        storage.dropFirst(1);
        assertThat(storage.log()).isEmpty();
        storage.crash(0);
        assertThat(storage.log()).containsExactly(new Entry(3));
    }

    @Test
    void remembersNothingOfTheUnsyncedWritesAfterTheCrash() {
        append(1);
        storage.crash(0);
        append(2);
        storage.sync();
        storage.crash(0);
        assertThat(storage.log()).containsExactly(new Entry(2));
    }

    @Test
    void countsEveryWriteAndSyncAsAnEffect() {
        append(1);
        storage.put("term", new Entry(7));
        storage.truncate(1);
        storage.dropFirst(1);
        storage.sync();
        assertThat(effects).hasValue(5);
    }

    @Test
    void givesAViewThatNobodyCanChange() {
        append(1);
        assertThatThrownBy(() -> storage.log().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
