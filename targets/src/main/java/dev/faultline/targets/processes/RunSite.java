package dev.faultline.targets.processes;

import dev.faultline.targets.live.Site;
import dev.faultline.targets.live.ToxiproxyLinks;

/** The site of one run on this machine. */
interface RunSite extends Site {

    /**
     * Makes the proxies that the nodes connect to.
     *
     * @param run a name that no other run on the proxies' server has
     */
    void connect(ToxiproxyLinks links, String run);
}
