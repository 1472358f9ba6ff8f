/** The goals of the prefix {@code chaos}. They find out what the project has to say, and leave the work to the command line. */
package dev.faultline.maven;
