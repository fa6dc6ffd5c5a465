package io.myelin.app.editor.text;

import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Shows Markdown (CommonMark, and tables as on GitHub) as a column of blocks. Its parts have the style classes {@code markdown-heading},
 * {@code markdown-code} and so on. HTML is shown as it is written, pictures by what stands for them.
 */
public final class MarkdownView extends VBox {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final double SPACING = 6;
    private static final double INDENT = 16;

    /** A view of {@code markdown}. */
    public MarkdownView(String markdown) {
        super(SPACING);
        getStyleClass().add("markdown");
        addBlocks(this, PARSER.parse(markdown));
    }

    private static void addBlocks(VBox box, Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Block) {
                box.getChildren().add(block(child));
            }
        }
    }

    private static javafx.scene.Node block(Node block) {
        return switch (block) {
            case Heading heading -> flow(heading, "markdown-heading", "markdown-heading-" + heading.getLevel());
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> code(html.getLiteral());
            case BlockQuote quote -> {
                VBox box = new VBox(SPACING);
                box.getStyleClass().add("markdown-quote");
                addBlocks(box, quote);
                yield box;
            }
            case ListBlock list -> list(list);
            case TableBlock table -> table(table);
            case ThematicBreak _ -> {
                Region line = new Region();
                line.getStyleClass().add("markdown-break");
                yield line;
            }
            default -> flow(block, "markdown-paragraph");
        };
    }

    private static javafx.scene.Node list(ListBlock list) {
        VBox box = new VBox(list.isTight() ? SPACING / 3 : SPACING);
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String marker = list instanceof BulletList ? "•" : number++ + ".";
            VBox content = new VBox(SPACING / 3);
            addBlocks(content, item);
            TextFlow sign = new TextFlow(InlineText.plain(marker));
            sign.setMinWidth(INDENT);
            javafx.scene.layout.HBox row = new javafx.scene.layout.HBox(sign, content);
            javafx.scene.layout.HBox.setHgrow(content, javafx.scene.layout.Priority.ALWAYS);
            box.getChildren().add(row);
        }
        return box;
    }

    private static GridPane table(TableBlock table) {
        GridPane grid = new GridPane(2 * SPACING, SPACING / 2);
        grid.getStyleClass().add("markdown-table");
        int row = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                int column = 0;
                for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                    grid.add(cell(cell, part instanceof TableHead), column++, row);
                }
                row++;
            }
        }
        return grid;
    }

    private static TextFlow cell(Node cell, boolean heads) {
        TextFlow flow = new TextFlow();
        InlineText.addTo(flow, cell, heads ? List.of("markdown-strong") : List.of());
        boolean isRight = cell instanceof TableCell aligned && aligned.getAlignment() == TableCell.Alignment.RIGHT;
        flow.setTextAlignment(isRight ? TextAlignment.RIGHT : TextAlignment.LEFT);
        return flow;
    }

    private static TextFlow code(String literal) {
        TextFlow flow = new TextFlow(InlineText.code(literal.stripTrailing()));
        flow.getStyleClass().add("markdown-block");
        return flow;
    }

    private static TextFlow flow(Node block, String... styles) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().addAll(styles);
        InlineText.addTo(flow, block);
        return flow;
    }
}
