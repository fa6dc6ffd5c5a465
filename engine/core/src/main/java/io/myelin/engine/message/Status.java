package io.myelin.engine.message;

/**
 * The out-of-band records of {@code control} and {@code signal}: plain records with a field {@code status}, so that a
 * graph can make, print, filter and route them like any others.
 */
public final class Status {
    /** The field that says what a status record is. */
    public static final String FIELD = "status";

    private Status() {}

    /** A component has come to its own end: {@code {"status":"finished","component":path}}. */
    public static DataRecord finished(String component) {
        return DataRecord.of(FIELD, "finished", "component", component);
    }

    /** A hard stop: end promptly, pass this on, leave the rest unread: {@code {"status":"stop","reason":reason}}. */
    public static DataRecord stop(String reason) {
        return DataRecord.of(FIELD, "stop", "reason", reason);
    }

    /** A component has failed: {@code {"status":"failed","component":path,"error":error}}. */
    public static DataRecord failed(String component, String error) {
        return DataRecord.builder()
                .put(FIELD, "failed")
                .put("component", component)
                .put("error", error)
                .build();
    }

    /** Whether {@code message} is a hard stop. */
    public static boolean isStop(Object message) {
        return is(message, "stop");
    }

    /** Whether {@code message} says that a component has finished. */
    public static boolean isFinished(Object message) {
        return is(message, "finished");
    }

    /** Whether {@code message} says that a component has failed. */
    public static boolean isFailed(Object message) {
        return is(message, "failed");
    }

    private static boolean is(Object message, String status) {
        return message instanceof DataRecord record && status.equals(record.get(FIELD));
    }
}
