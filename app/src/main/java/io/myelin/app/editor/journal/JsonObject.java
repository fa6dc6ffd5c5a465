package io.myelin.app.editor.journal;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.message.MessageText;

/** Writes one JSON object on one line, field by field. Names are written as they are. */
final class JsonObject {
    private final StringBuilder text = new StringBuilder("{");

    JsonObject text(String name, String value) {
        return json(name, MessageText.json(value));
    }

    JsonObject number(String name, long value) {
        return json(name, Long.toString(value));
    }

    JsonObject flag(String name, boolean value) {
        return json(name, Boolean.toString(value));
    }

    JsonObject graph(String name, Graph graph) {
        return json(name, onOneLine(GraphFile.format(graph)));
    }

    /** Adds a field whose value is JSON already, without line breaks. */
    JsonObject json(String name, String json) {
        text.append(text.length() == 1 ? "\"" : ",\"")
                .append(name)
                .append("\":")
                .append(json);
        return this;
    }

    /** The object, which takes no more fields. */
    String end() {
        return text.append('}').toString();
    }

    /** JSON has line breaks only between its parts, never within a text: they and what indents the next line can go. */
    private static String onOneLine(String json) {
        StringBuilder line = new StringBuilder(json.length());
        int at = 0;
        while (at < json.length()) {
            int lineBreak = json.indexOf('\n', at);
            int end = lineBreak < 0 ? json.length() : lineBreak;
            line.append(json, at, end);
            at = end + 1;
            while (at < json.length() && json.charAt(at) == ' ') {
                at++;
            }
        }
        return line.toString();
    }
}
