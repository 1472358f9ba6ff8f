/** Clients that carry out the sessions of a plan, whatever runtime they are in. */
package dev.faultline.targets.client;
