package io.myelin.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes small graph files: components and links in few words. */
final class GraphText {
    private final List<String> parameters = new ArrayList<>();
    private final List<String> components = new ArrayList<>();
    private final List<String> links = new ArrayList<>();

    /** A parameter with its JSON. */
    GraphText parameter(String name, String json) {
        parameters.add("\"" + name + "\": " + json);
        return this;
    }

    /** A component with the JSON of its settings. */
    GraphText component(String id, String type, String settings) {
        return component(id, type, settings, "");
    }

    /** A component with the JSON of its settings and of more of its keys, which begins with a comma. */
    GraphText component(String id, String type, String settings, String more) {
        components.add("\"" + id + "\": {\"type\": \"" + type + "\", \"settings\": " + settings + more + "}");
        return this;
    }

    /** A link from outbox to inbox of each two neighbours; {@code a.x} names another box. */
    GraphText links(String... chain) {
        for (int i = 0; i + 1 < chain.length; i++) {
            String from = chain[i].contains(".") ? chain[i] : chain[i] + ".outbox";
            String to = chain[i + 1].contains(".") ? chain[i + 1] : chain[i + 1] + ".inbox";
            links.add("{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}");
        }
        return this;
    }

    /** Writes it to {@code folder/name}; returns the name. */
    String write(Path folder, String name) throws IOException {
        String text = "{\"format\": \"myelin-graph/1\",\n\"parameters\": {" + String.join(",\n", parameters)
                + "},\n\"components\": {" + String.join(",\n", components) + "},\n\"links\": ["
                + String.join(",\n", links) + "]}\n";
        Files.writeString(folder.resolve(name), text);
        return name;
    }
}
