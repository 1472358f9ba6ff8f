/** Distributed mutual exclusion: a package per algorithm, and what their claims share. */
package dev.faultline.reference.mutex;
