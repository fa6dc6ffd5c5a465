package io.myelin.bench.pekko;

/** What the measured actors say to each other besides the cargo. */
enum Signal {
    /** To those that begin a round. */
    BEGIN,
    /** To a feed: some more have arrived at the end of the way. */
    ACKNOWLEDGED
}
