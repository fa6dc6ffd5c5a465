package io.myelin.engine.run;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageWriter;
import io.myelin.engine.message.UnportableMessageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure in or of a child process, as the run that it belongs to sees it. */
final class ProcessFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST_TRACE = 200;

    private final String origin;
    private final transient @Nullable Object item;
    private final boolean mayGoOn;

    /** The child itself has failed, with {@code item} in hand. */
    ProcessFailure(String text, @Nullable Object item) {
        super(text);
        this.origin = text;
        this.item = item;
        this.mayGoOn = item != null;
    }

    private ProcessFailure(String text, String origin, @Nullable Object item, boolean mayGoOn) {
        super(text);
        this.origin = origin;
        this.item = item;
        this.mayGoOn = mayGoOn;
    }

    /** A failure inside the child as it travels. */
    static DataRecord asMessage(ComponentFailure failure, boolean mayGoOn) {
        List<String> trace = new ArrayList<>();
        for (StackTraceElement element : failure.cause().getStackTrace()) {
            if (trace.size() < DEEPEST_TRACE) {
                trace.add(element.getClassName() + " " + element.getMethodName() + " " + element.getLineNumber() + " "
                        + element.getFileName());
            }
        }
        DataRecord.Builder record = DataRecord.builder()
                .put("text", failure.message())
                .put("origin", failure.cause().getClass().getName())
                .put("mayGoOn", mayGoOn)
                .put("trace", List.copyOf(trace));
        failure.item().filter(ProcessFailure::isPortable).ifPresent(item -> record.put("item", item));
        return record.build();
    }

    private static boolean isPortable(Object item) {
        try {
            new MessageWriter().writeMessage(item);
            return true;
        } catch (UnportableMessageException refused) {
            return false;
        }
    }

    /** What {@link #asMessage} made; {@code inHand} is the very object where the failure is about that. */
    static ProcessFailure of(Object message, @Nullable Object inHand) {
        DataRecord record = (DataRecord) message;
        Object item = record.get("item");
        String text = String.valueOf(record.get("text"));
        ProcessFailure failure = new ProcessFailure(
                text,
                record.get("origin") + ": " + text,
                item != null && inHand != null && inHand.equals(item) ? inHand : item,
                Boolean.TRUE.equals(record.get("mayGoOn")));
        if (record.get("trace") instanceof List<?> trace) {
            failure.setStackTrace(
                    trace.stream().map(line -> element(String.valueOf(line))).toArray(StackTraceElement[]::new));
        }
        return failure;
    }

    private static StackTraceElement element(String line) {
        String[] parts = line.split(" ", 4);
        return parts.length < 4
                ? new StackTraceElement("", line, null, -1)
                : new StackTraceElement(parts[0], parts[1], parts[3], Integer.parseInt(parts[2]));
    }

    /** The message that was in hand. */
    Optional<Object> item() {
        return Optional.ofNullable(item);
    }

    /** Whether the component can go on without what it failed on. */
    boolean mayGoOn() {
        return mayGoOn;
    }

    @Override
    public String toString() {
        return origin;
    }
}
