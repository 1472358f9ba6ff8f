/** Runs a plan on real nodes, in real time: clients, faults and the history, whatever the nodes live in. */
package dev.faultline.targets.live;
