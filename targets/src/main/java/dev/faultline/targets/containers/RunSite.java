package dev.faultline.targets.containers;

import dev.faultline.targets.live.Site;
import dev.faultline.targets.live.ToxiproxyLinks;

/** The site of one run in containers. */
interface RunSite extends Site {

    /** Makes the proxies that the nodes connect to. */
    void connect(ToxiproxyLinks links);
}
