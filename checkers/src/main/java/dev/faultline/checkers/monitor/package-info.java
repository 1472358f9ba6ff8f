/** Log-linear decisions about linearizability for data types whose unambiguous histories need no search. */
package dev.faultline.checkers.monitor;
