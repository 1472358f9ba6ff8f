/**
 * The command line: verify, replay, check, report, list. {@link dev.faultline.cli.Faultline} is the way in; the Maven goals
 * run the same commands.
 */
package dev.faultline.cli;
