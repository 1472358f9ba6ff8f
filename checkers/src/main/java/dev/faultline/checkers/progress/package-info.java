/** Properties that hold of any system: what is asked is answered. */
package dev.faultline.checkers.progress;
