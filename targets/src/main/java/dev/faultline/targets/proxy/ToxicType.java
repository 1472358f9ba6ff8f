package dev.faultline.targets.proxy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of toxics, with their attributes in the order in which Toxiproxy shows them. */
enum ToxicType {
    BANDWIDTH("bandwidth", it -> new BandwidthStage(it.whole("rate")), "rate"),
    LATENCY("latency", it -> new LatencyStage(it.whole("latency"), it.whole("jitter")), "latency", "jitter"),
    LIMIT_DATA("limit_data", it -> new LimitDataStage(it.whole("bytes")), "bytes"),
    RESET_PEER("reset_peer", it -> new ResetPeerStage(it.whole("timeout")), "timeout"),
    SLICER(
            "slicer",
            it -> new SlicerStage(it.whole("average_size"), it.whole("size_variation"), it.whole("delay")),
            "average_size",
            "size_variation",
            "delay"),
    SLOW_CLOSE("slow_close", it -> new SlowCloseStage(it.whole("delay")), "delay"),
    TIMEOUT("timeout", it -> new TimeoutStage(it.whole("timeout")), "timeout"),
    FRAME_LOSS("frame_loss", it -> FrameStage.loss(it.fraction("probability")), "probability"),
    FRAME_DUPLICATION(
            "frame_duplication",
            it -> FrameStage.duplication(it.fraction("probability"), it.whole("latest")),
            "probability",
            "latest"),
    FRAME_REORDER("frame_reorder", it -> FrameStage.reorder(it.whole("longest")), "longest");

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final Function<Toxic, Stage> stages;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of text
    private final List<String> attributes;

    ToxicType(String id, Function<Toxic, Stage> stages, String... attributes) {
        this.id = id;
        this.stages = stages;
        this.attributes = List.of(attributes);
    }

    static Optional<ToxicType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    List<String> attributes() {
        return attributes;
    }

    Stage stage(Toxic toxic) {
        return stages.apply(toxic);
    }
}
