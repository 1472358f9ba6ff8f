package dev.faultline.harness.node;

/** The name of a timer, usually a constant of an enum of its algorithm. Equal names are the same timer. */
public interface Timeout {}
