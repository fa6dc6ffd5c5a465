package io.myelin.engine.run;

import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * What a child process is told to run.
 *
 * @param path where the component stands
 * @param className its class
 * @param settings the values of its settings
 * @param folder what relative paths in them are taken from
 * @param strict whether messages are checked to be immutable
 * @param graceNanos how long it may take to end
 * @param parent the process that started it
 * @param inboxes its data inboxes, with how many messages may be under way to each
 * @param outboxes its data outboxes, with how many may be under way from each
 */
record ProcessStart(
        String path,
        String className,
        DataRecord settings,
        String folder,
        boolean strict,
        long graceNanos,
        long parent,
        List<Window> inboxes,
        List<Window> outboxes) {
    /** One box. */
    record Window(String name, int messages) {}

    /** As it travels. */
    DataRecord asMessage() {
        return DataRecord.builder()
                .put("path", path)
                .put("class", className)
                .put("settings", settings)
                .put("folder", folder)
                .put("strict", strict)
                .put("grace", graceNanos)
                .put("parent", parent)
                .put("inboxes", windows(inboxes))
                .put("outboxes", windows(outboxes))
                .build();
    }

    private static List<DataRecord> windows(List<Window> windows) {
        return windows.stream()
                .map(one -> DataRecord.of("name", one.name(), "messages", (long) one.messages()))
                .toList();
    }

    /** What {@link #asMessage} made; throws ClassCastException for anything else. */
    static ProcessStart of(Object message) {
        DataRecord record = (DataRecord) message;
        return new ProcessStart(
                text(record, "path"),
                text(record, "class"),
                (DataRecord) value(record, "settings"),
                text(record, "folder"),
                (boolean) value(record, "strict"),
                (long) value(record, "grace"),
                (long) value(record, "parent"),
                readWindows(value(record, "inboxes")),
                readWindows(value(record, "outboxes")));
    }

    private static List<Window> readWindows(Object list) {
        List<Window> windows = new ArrayList<>();
        for (Object one : (List<?>) list) {
            DataRecord window = (DataRecord) one;
            windows.add(new Window(text(window, "name"), Math.toIntExact((long) value(window, "messages"))));
        }
        return windows;
    }

    private static String text(DataRecord record, String name) {
        return (String) value(record, name);
    }

    private static Object value(DataRecord record, String name) {
        Object value = record.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a child process is not told its " + name);
        }
        return value;
    }
}
