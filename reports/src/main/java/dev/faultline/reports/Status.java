package dev.faultline.reports;

/** How a claim or a seeded bug came out, as its file says, and how the report shows it. */
enum Status {
    VIOLATED("✗", "violated", "A property that was claimed to hold is violated.", Tone.RED),
    NOT_SHOWN("✗", "not shown", "The weakness that was claimed did not show.", Tone.RED),
    SURVIVED("✗", "survived", "The seeded bug got away.", Tone.RED),
    UNKNOWN("?", "undecided", "A checker gave up, or the machine was late, so nobody knows.", Tone.OPEN),
    SKIPPED("–", "skipped", "It was not run, so it says nothing.", Tone.SKIPPED),
    HELD("✓", "held", "No seed violated it.", Tone.GREEN),
    SHOWN("✓", "shown", "Some seed shows the weakness, as claimed.", Tone.GREEN),
    CAUGHT("✓", "caught", "A schedule convicts the bug and not the correct program.", Tone.GREEN);

    /** The colour of a status; what needs attention comes first. */
    enum Tone {
        RED,
        OPEN,
        SKIPPED,
        GREEN
    }

    private final String mark;
    private final String word;
    private final String meaning;
    private final Tone tone;

    Status(String mark, String word, String meaning, Tone tone) {
        this.mark = mark;
        this.word = word;
        this.meaning = meaning;
        this.tone = tone;
    }

    String mark() {
        return mark;
    }

    String word() {
        return word;
    }

    String meaning() {
        return meaning;
    }

    Tone tone() {
        return tone;
    }

    /** The style class. */
    String style() {
        return switch (tone) {
            case RED -> "red";
            case OPEN -> "open";
            case SKIPPED -> "skipped";
            case GREEN -> "green";
        };
    }
}
