package io.myelin.app.editor.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Shows the little Markdown that help texts use: paragraphs, lists, {@code code}, bold, and blocks of code. */
final class HelpText {
    private HelpText() {}

    static Node of(String markdown) {
        VBox box = new VBox(5);
        box.getStyleClass().add("help-text");
        List<String> paragraph = new ArrayList<>();
        boolean inCode = false;
        for (String line : markdown.strip().split("\n", -1)) {
            if (line.strip().startsWith("```")) {
                flush(box, paragraph, inCode);
                inCode = !inCode;
            } else if (inCode) {
                paragraph.add(line);
            } else if (line.isBlank()) {
                flush(box, paragraph, false);
            } else if (line.strip().startsWith("- ") || line.strip().startsWith("* ")) {
                flush(box, paragraph, false);
                paragraph.add("•  " + line.strip().substring(2));
            } else {
                paragraph.add(line.strip().replaceFirst("^#+ ", ""));
            }
        }
        flush(box, paragraph, inCode);
        return box;
    }

    private static void flush(VBox box, List<String> lines, boolean code) {
        if (lines.isEmpty()) {
            return;
        }
        TextFlow flow = new TextFlow();
        if (code) {
            flow.getChildren().add(styled(String.join("\n", lines), "help-code"));
            flow.getStyleClass().add("help-block");
        } else {
            addInline(flow, String.join(" ", lines));
        }
        box.getChildren().add(flow);
        lines.clear();
    }

    private static void addInline(TextFlow flow, String text) {
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                flow.getChildren().add(styled(parts[i], "help-code"));
                continue;
            }
            String[] bold = parts[i].split("\\*\\*", -1);
            for (int j = 0; j < bold.length; j++) {
                if (!bold[j].isEmpty()) {
                    flow.getChildren().add(styled(bold[j], j % 2 == 1 ? "help-bold" : "help-plain"));
                }
            }
        }
    }

    private static Text styled(String text, String style) {
        Text node = new Text(text);
        node.getStyleClass().add(style);
        return node;
    }
}
