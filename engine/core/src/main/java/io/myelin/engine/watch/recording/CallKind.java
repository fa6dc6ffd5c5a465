package io.myelin.engine.watch.recording;

/** What an outside component did: the calls by which it makes itself felt in the run, and how each call of it ended. */
enum CallKind {
    /** What it was called for is over: it was made, a callback or its main method returned. */
    RETURNED(Part.NOTHING),
    /** What it was called for ended with an exception: the ordinal of a {@link FailureKind}, what it says. */
    FAILED(Part.NUMBER_AND_TEXT),
    /** As FAILED, by an exception that names the message it is about. */
    FAILED_ON_ITEM(Part.TEXT_AND_MESSAGE),
    /** Sent on an outbox. */
    SEND(Part.NUMBER_AND_MESSAGE),
    /** Offered to an outbox. */
    OFFER(Part.NUMBER_AND_MESSAGE),
    /** Gave an outbox an iterator; what that gives follows as ITEM, ITEMS_END or a failure. */
    SEND_ALL(Part.NUMBER),
    /** One of its iterators gave a message. */
    ITEM(Part.MESSAGE),
    /** One of its iterators gave null, which is no message. */
    NULL_ITEM(Part.NOTHING),
    /** One of its iterators came to its end. */
    ITEMS_END(Part.NOTHING),
    /** Polled an inbox. */
    POLL(Part.NUMBER),
    /** Waited for a message of an inbox. */
    RECEIVE(Part.NUMBER),
    /** Waited for any inbox, for so many nanoseconds at most. */
    AWAIT_ANY(Part.NUMBER),
    /** Held an inbox. */
    HOLD(Part.NUMBER),
    /** Resumed an inbox. */
    RESUME(Part.NUMBER),
    /** Asked to finish. */
    FINISH(Part.NOTHING),
    /** Set its next timer, for so many nanoseconds from then. */
    SCHEDULE(Part.NUMBER),
    /** Took a timer back, by its number. */
    CANCEL(Part.NUMBER),
    /** Asked for a callback from within one. */
    EXECUTE(Part.NOTHING),
    /** Began to expect something. */
    EXPECT(Part.TEXT),
    /** Something expected, by its number, was done. */
    DONE(Part.NUMBER),
    /** Printed a line. */
    PRINT(Part.TEXT),
    /** Published a content that is a message value. */
    PUBLISH(Part.MESSAGE),
    /** Added an inbox, by the name it asked for. */
    ADD_INBOX(Part.TEXT),
    /** Added an outbox, by the name it asked for. */
    ADD_OUTBOX(Part.TEXT),
    /** Deleted an inbox. */
    DELETE_INBOX(Part.TEXT),
    /** Deleted an outbox. */
    DELETE_OUTBOX(Part.TEXT),
    /** Took long outside: others went on meanwhile. */
    AWAY(Part.NOTHING),
    /** Said something about itself. */
    NOTICE(Part.TEXT);

    /** What is noted of it besides. */
    enum Part {
        NOTHING(false, false, false),
        NUMBER(true, false, false),
        TEXT(false, true, false),
        MESSAGE(false, false, true),
        NUMBER_AND_TEXT(true, true, false),
        NUMBER_AND_MESSAGE(true, false, true),
        TEXT_AND_MESSAGE(false, true, true);

        private final boolean number;
        private final boolean text;
        private final boolean message;

        Part(boolean number, boolean text, boolean message) {
            this.number = number;
            this.text = text;
            this.message = message;
        }
    }

    /** The kinds of exceptions that the engine treats differently. */
    enum FailureKind {
        /** A failure like any other. */
        OTHER,
        /** Of a message that can't be handled, without saying which. */
        ITEM,
        /** The engine's own, at a hard stop or an end. */
        STOPPED,
        /** An interrupt. */
        INTERRUPTED,
        /** A consequence of an interrupt, such as a closed channel. */
        INTERRUPTED_CALL
    }

    private final Part part;

    CallKind(Part part) {
        this.part = part;
    }

    boolean hasNumber() {
        return part.number;
    }

    boolean hasText() {
        return part.text;
    }

    boolean hasMessage() {
        return part.message;
    }
}
