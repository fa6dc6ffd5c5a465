package io.myelin.app.command;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.SettingDeclaration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The reference of components as a page of Markdown. */
final class ComponentPage {
    private static final String HEAD = """
            # Components

            Written by `myelin components --markdown` from what the components declare of themselves.

            Every component also has the inbox `control` and the outbox `signal`, for what is out of band.
            """;

    private ComponentPage() {}

    /** The page about {@code types}, the list of them first. */
    static String page(Collection<ComponentType> types) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n| component | |\n| --- | --- |\n");
        for (ComponentType type : types) {
            page.append("| [`")
                    .append(type.id())
                    .append("`](#")
                    .append(anchor(type))
                    .append(") | ");
            page.append(cell(type.summary())).append(" |\n");
        }
        types.forEach(type -> page.append('\n').append(section(type)));
        return page.toString();
    }

    /** The section about one component. */
    static String section(ComponentType type) {
        StringBuilder section = new StringBuilder("## ").append(type.id()).append("\n\n");
        section.append("**")
                .append(type.title())
                .append(".** ")
                .append(type.summary())
                .append("\n");
        if (!type.help().isBlank()) {
            section.append('\n').append(type.help().strip()).append('\n');
        }
        boxes("inbox", type.declaredInboxes(), section);
        boxes("outbox", type.declaredOutboxes(), section);
        if (type.hasDynamicBoxes()) {
            section.append("\nMore boxes come from its settings.\n");
        }
        settings(type.settings().declarations(), section);
        section.append("\nRuns as ")
                .append(type.executions().stream().map(Execution::id).collect(Collectors.joining(", ")));
        if (!type.reaches().isEmpty()) {
            section.append("; ").append(ComponentListing.reaches(type));
        }
        return section.append(".\n").toString();
    }

    private static void boxes(String kind, List<BoxDeclaration> boxes, StringBuilder section) {
        if (boxes.isEmpty()) {
            return;
        }
        section.append("\n| ")
                .append(kind)
                .append(" | takes | |\n| --- | --- | --- |\n"
                        .replace("takes", kind.equals("inbox") ? "takes" : "gives"));
        for (BoxDeclaration box : boxes) {
            section.append("| `").append(box.name()).append("` | ");
            section.append(ComponentListing.types(box))
                    .append(" | ")
                    .append(cell(box.help()))
                    .append(" |\n");
        }
    }

    private static void settings(List<SettingDeclaration> settings, StringBuilder section) {
        if (settings.isEmpty()) {
            return;
        }
        section.append("\n| setting | takes | default | |\n| --- | --- | --- | --- |\n");
        settings.forEach(setting -> setting("", setting, section));
    }

    /** The row of {@code setting} and, below it, those of the settings that it is made of. */
    private static void setting(String before, SettingDeclaration setting, StringBuilder section) {
        String name = before + setting.name();
        section.append("| `").append(name).append("` | ");
        section.append(cell(SettingWords.type(setting))).append(" | ");
        section.append(cell(defaultValue(setting)))
                .append(" | ")
                .append(cell(setting.help()))
                .append(" |\n");
        setting.fields().forEach(field -> setting(name + ".", field, section));
        setting.element()
                .ifPresent(element -> element.fields().forEach(field -> setting(name + "[].", field, section)));
    }

    private static String defaultValue(SettingDeclaration setting) {
        String value = SettingWords.defaultValue(setting);
        return setting.defaultValue().isPresent() ? "`" + value + "`" : value;
    }

    private static String cell(String text) {
        return text.strip().replace("|", "\\|").replaceAll("\\s*\\n\\s*", " ");
    }

    private static String anchor(ComponentType type) {
        return type.id().replace(".", "");
    }
}
