/**
 * A system of the user's own, which knows nothing of the kit: its nodes run as processes of a command or as containers of an image,
 * the links between them lead through Toxiproxy, and its own Java client asks it. It begins with {@link
 * dev.faultline.targets.foreign.ForeignSystem}.
 */
package dev.faultline.targets.foreign;
