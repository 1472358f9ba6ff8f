package dev.faultline.targets.live;

/** The site of one run whose nodes reach each other through proxies. */
public interface ProxiedSite extends Site {

    /** Makes the proxies that the nodes connect to. */
    void connect(ToxiproxyLinks links);
}
