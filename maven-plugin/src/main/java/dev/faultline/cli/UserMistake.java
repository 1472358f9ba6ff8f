package dev.faultline.cli;

/** Something that the user has to change. The message says which rule is broken, what follows, and what to do. */
final class UserMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserMistake(String message) {
        super(message);
    }
}
