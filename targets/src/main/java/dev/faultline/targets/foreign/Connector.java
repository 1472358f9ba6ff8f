package dev.faultline.targets.foreign;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetSocketAddress;

/** Makes the clients of a foreign system. */
@FunctionalInterface
public interface Connector extends Serializable {

    /**
     * A client of a node.
     *
     * @param node where the node's first port is reached
     * @throws IOException when nobody answers there
     */
    SystemClient connect(InetSocketAddress node) throws IOException;
}
