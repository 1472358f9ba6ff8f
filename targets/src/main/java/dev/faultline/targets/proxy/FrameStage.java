package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The toxics that take every line for a message: {@code frame_loss} loses it with a {@code probability}; {@code frame_duplication}
 * lets it come twice, the copy up to {@code latest} milliseconds later; {@code frame_reorder} delays it by up to {@code longest}
 * milliseconds, so that later ones overtake it. No line is ever cut.
 */
final class FrameStage extends Stage {
    private final Frames frames = new Frames();
    private final Map<Long, ByteBuf> held = new LinkedHashMap<>();
    private final double loss;
    private final double duplication;
    private final long latestCopy;
    private final long longestDelay;
    private boolean ended;
    private long lines;

    private FrameStage(double loss, double duplication, long latestCopy, long longestDelay) {
        this.loss = loss;
        this.duplication = duplication;
        this.latestCopy = latestCopy;
        this.longestDelay = longestDelay;
    }

    static FrameStage loss(double probability) {
        return new FrameStage(probability, 0, 0, 0);
    }

    static FrameStage duplication(double probability, long latest) {
        return new FrameStage(0, probability, latest, 0);
    }

    static FrameStage reorder(long longest) {
        return new FrameStage(0, 0, 0, longest);
    }

    @Override
    void data(ByteBuf piece) {
        frames.add(piece, this::line);
    }

    private void line(ByteBuf line) {
        if (happens(loss)) {
            discard(line);
            return;
        }
        if (happens(duplication)) {
            hold(copy(line), upTo(latestCopy));
        }
        if (longestDelay == 0) {
            emit(line);
        } else {
            hold(line, upTo(longestDelay));
        }
    }

    private static boolean happens(double probability) {
        return probability > 0 && ThreadLocalRandom.current().nextDouble() < probability;
    }

    private static long upTo(long longestMillis) {
        return ThreadLocalRandom.current().nextLong(millis(longestMillis) + 1);
    }

    private void hold(ByteBuf line, long nanos) {
        long number = ++lines;
        held.put(number, line);
        later(nanos, () -> {
            ByteBuf due = held.remove(number);
            if (due != null) {
                emit(due);
                endWhenEmpty();
            }
        });
    }

    @Override
    void end() {
        ended = true;
        endWhenEmpty();
    }

    private void endWhenEmpty() {
        if (ended && held.isEmpty()) {
            emitEnd();
        }
    }

    @Override
    List<ByteBuf> surrender() {
        List<ByteBuf> all = new ArrayList<>(held.values());
        held.clear();
        all.add(frames.rest());
        return all;
    }

    @Override
    boolean holdsEnd() {
        return ended;
    }
}
