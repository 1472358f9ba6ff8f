package dev.faultline.harness.fake;

/** A node that does nothing, wrongly. */
public final class WrongNode extends FakeNode {}
