/** Sequential specifications of shared objects, by which linearizability is judged. */
package dev.faultline.checkers.model;
