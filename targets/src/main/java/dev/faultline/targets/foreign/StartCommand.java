package dev.faultline.targets.foreign;

import java.io.Serializable;
import java.util.List;

/** What starts a node: a program with its arguments, or the arguments of an image. */
@FunctionalInterface
public interface StartCommand extends Serializable {

    /** The command line of the node in this place, called at every boot. */
    List<String> in(Place place);
}
