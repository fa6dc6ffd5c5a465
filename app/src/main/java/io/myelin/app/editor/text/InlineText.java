package io.myelin.app.editor.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The texts of one block of Markdown, each with the style classes of all that it stands in. */
final class InlineText {
    private InlineText() {}

    static Text plain(String text) {
        return styled(text, List.of());
    }

    static Text code(String text) {
        return styled(text, List.of("markdown-code"));
    }

    private static Text styled(String text, List<String> styles) {
        Text node = new Text(text);
        node.getStyleClass().add("markdown-text");
        node.getStyleClass().addAll(styles);
        return node;
    }

    static void addTo(TextFlow flow, Node block) {
        addTo(flow, block, List.of());
    }

    static void addTo(TextFlow flow, Node block, List<String> styles) {
        add(flow, block, styles);
    }

    private static void add(TextFlow flow, Node parent, List<String> styles) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case org.commonmark.node.Text text -> flow.getChildren().add(styled(text.getLiteral(), styles));
                case Code code -> flow.getChildren().add(styled(code.getLiteral(), with(styles, "markdown-code")));
                case HtmlInline html -> flow.getChildren().add(styled(html.getLiteral(), styles));
                case SoftLineBreak _ -> flow.getChildren().add(styled(" ", styles));
                case HardLineBreak _ -> flow.getChildren().add(styled("\n", styles));
                case Emphasis emphasis -> add(flow, emphasis, with(styles, "markdown-emphasis"));
                case StrongEmphasis strong -> add(flow, strong, with(styles, "markdown-strong"));
                case Link link -> add(flow, link, with(styles, "markdown-link"));
                default -> add(flow, child, styles);
            }
        }
    }

    private static List<String> with(List<String> styles, String more) {
        List<String> all = new ArrayList<>(styles);
        all.add(more);
        return all;
    }
}
