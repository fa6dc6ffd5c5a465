package io.myelin.app.command;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.SettingDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Components as plain text for a terminal. */
final class ComponentListing {
    private static final int WIDTH = 80;

    private ComponentListing() {}

    /** One line a component, an empty one between families. */
    static List<String> list(Collection<ComponentType> types) {
        int width = types.stream().mapToInt(type -> type.id().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        String family = "";
        for (ComponentType type : types) {
            if (!family.isEmpty() && !family.equals(type.family())) {
                lines.add("");
            }
            family = type.family();
            lines.add(type.id() + " ".repeat(width - type.id().length()) + "  " + type.summary());
        }
        return lines;
    }

    /** All about one component. */
    static List<String> explain(ComponentType type) {
        List<String> lines = new ArrayList<>();
        lines.add(type.id() + ": " + type.title());
        lines.add(type.summary());
        if (!type.help().isBlank()) {
            lines.add("");
            type.help().strip().lines().forEach(line -> wrap(line, lines));
        }
        boxes("inboxes", type.declaredInboxes(), lines);
        boxes("outboxes", type.declaredOutboxes(), lines);
        settings(type.settings().declarations(), lines);
        lines.add("");
        lines.add("runs as: " + type.executions().stream().map(Execution::id).collect(Collectors.joining(", ")));
        if (!type.reaches().isEmpty()) {
            lines.add("reaches: " + reaches(type));
        }
        return lines;
    }

    /** Breaks {@code text} between words into lines that fit on a terminal. */
    private static void wrap(String text, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    /** What of the outside it can reach, in words. */
    static String reaches(ComponentType type) {
        return type.reaches().stream().sorted().map(ComponentListing::words).collect(Collectors.joining(", "));
    }

    private static String words(Reach reach) {
        return switch (reach) {
            case READS_FILES -> "reads files";
            case WRITES_FILES -> "writes files";
            case NETWORK -> "uses the network";
            case PROCESSES -> "starts programs";
            case SCRIPTS -> "runs scripts";
            case CONSOLE -> "uses standard input or output";
        };
    }

    /** What a box takes or gives, in words. */
    static String types(BoxDeclaration box) {
        return box.types().stream()
                .sorted()
                .map(MessageType::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }

    private static void boxes(String title, List<BoxDeclaration> boxes, List<String> lines) {
        if (boxes.isEmpty()) {
            return;
        }
        lines.add("");
        TextTable table = new TextTable(List.of(title, "", ""));
        boxes.forEach(box -> table.add(List.of("  " + box.name(), types(box), box.help())));
        lines.addAll(table.lines());
    }

    private static void settings(List<SettingDeclaration> settings, List<String> lines) {
        if (settings.isEmpty()) {
            return;
        }
        lines.add("");
        TextTable table = new TextTable(List.of("settings", "takes", "default", ""));
        settings.forEach(setting -> table.add(List.of(
                "  " + setting.name(),
                SettingWords.type(setting),
                SettingWords.defaultValue(setting),
                setting.help())));
        lines.addAll(table.lines());
    }
}
