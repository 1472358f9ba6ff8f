package dev.faultline.targets.foreign;

import java.io.Serializable;
import java.util.Map;

/** The environment variables of a node, beside those that it has anyway. */
@FunctionalInterface
public interface StartEnvironment extends Serializable {

    /** The variables of the node in this place, called at every boot. */
    Map<String, String> in(Place place);
}
