package dev.faultline.targets.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;

/** A {@code host:port}, whose errors are told as Go tells them. */
record Address(String host, int port) {

    /** @throws ApiProblem when it is none */
    static Address unresolved(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new ApiProblem(500, "address " + text + ": missing port in address");
        }
        String port = text.substring(colon + 1);
        try {
            return new Address(text.substring(0, colon), Integer.parseInt(port));
        } catch (NumberFormatException notANumber) {
            throw new ApiProblem(500, "lookup tcp/" + port + ": unknown port");
        }
    }

    static Address of(SocketAddress bound) {
        InetSocketAddress address = (InetSocketAddress) bound;
        return new Address(text(address.getAddress()), address.getPort());
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        return text.indexOf(':') < 0 ? text : address.isAnyLocalAddress() ? "[::]" : "[" + text + "]";
    }

    /** The same with the host as a number. */
    Address resolved() {
        if (host.isEmpty()) {
            return this;
        }
        try {
            return new Address(text(InetAddress.getAllByName(host)[0]), port);
        } catch (UnknownHostException unknown) {
            throw new ApiProblem(500, "lookup " + host + ": no such host");
        }
    }

    /** For binding, or for connecting, which looks the host up. */
    @SuppressWarnings("AddressSelection") // the first address, as the real one takes it
    InetSocketAddress socketAddress() {
        return host.isEmpty()
                ? new InetSocketAddress(port)
                : new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
    }

    String text() {
        return host + ":" + port;
    }
}
