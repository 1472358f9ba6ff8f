package dev.faultline.reports;

/** What a claim and a seeded bug have in common: a row of the matrix they belong to, and how they came out. */
interface Result {
    String id();

    String system();

    String runtime();

    Status status();

    String summary();

    /** Wall time in milliseconds. */
    long millis();
}
