package io.myelin.app.picture;

import io.myelin.app.editor.canvas.geometry.TextMeasure;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The lines of a note as a picture shows them: headings, paragraphs, lists and code, without marks inside a line. */
final class NoteText {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final double INDENT = 16;
    private static final double GAP = 6;

    private final TextMeasure measure;
    private final double width;
    private final List<Line> lines = new ArrayList<>();
    private double down;

    private NoteText(TextMeasure measure, double width) {
        this.measure = measure;
        this.width = width;
    }

    /** The lines of {@code markdown}, none wider than {@code width}, the first one at the top. */
    static List<Line> lines(String markdown, double width, TextMeasure measure) {
        NoteText text = new NoteText(measure, width);
        text.blocks(PARSER.parse(markdown), 0);
        return List.copyOf(text.lines);
    }

    private void blocks(Node parent, double indent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Block block) {
                block(block, indent);
            }
        }
    }

    private void block(Block block, double indent) {
        switch (block) {
            case Heading heading -> words(inline(heading), TextStyle.TITLE, indent);
            case FencedCodeBlock code -> code(code.getLiteral(), indent);
            case IndentedCodeBlock code -> code(code.getLiteral(), indent);
            case HtmlBlock html -> code(html.getLiteral(), indent);
            case ListBlock list -> list(list, indent);
            case org.commonmark.node.BlockQuote quote -> blocks(quote, indent + INDENT);
            case TableBlock table -> table(table, indent);
            default -> words(inline(block), TextStyle.DETAIL, indent);
        }
    }

    private void list(ListBlock list, double indent) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String marker = list instanceof BulletList ? "•" : number++ + ".";
            double before = down;
            blocks(item, indent + INDENT);
            lines.add(new Line(marker, TextStyle.DETAIL, indent, before + TextStyle.DETAIL.size()));
        }
    }

    /** Each column as wide as its widest cell. */
    private void table(TableBlock table, double indent) {
        List<List<String>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                List<String> cells = new ArrayList<>();
                for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(inline(cell));
                }
                rows.add(cells);
            }
        }
        double top = down;
        double left = indent;
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < columns; column++) {
            int at = column;
            List<String> cells =
                    rows.stream().map(row -> at < row.size() ? row.get(at) : "").toList();
            down = top;
            for (String cell : cells) {
                add(measure.fit(cell, TextStyle.DETAIL, Math.max(0, width - left)), TextStyle.DETAIL, left);
            }
            left += INDENT
                    + cells.stream()
                            .mapToDouble(cell -> measure.width(cell, TextStyle.DETAIL))
                            .max()
                            .orElse(0);
        }
        down += GAP;
    }

    private void code(String literal, double indent) {
        literal.stripTrailing()
                .lines()
                .forEach(line -> add(measure.fit(line, TextStyle.DETAIL, width - indent), TextStyle.DETAIL, indent));
        down += GAP;
    }

    private void words(String text, TextStyle style, double indent) {
        for (String paragraph : text.split("\n")) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split("\\s+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && measure.width(longer, style) > width - indent) {
                    add(line.toString(), style, indent);
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
            add(measure.fit(line.toString(), style, width - indent), style, indent);
        }
        down += GAP;
    }

    private void add(String text, TextStyle style, double indent) {
        down += style.size();
        lines.add(new Line(text, style, indent, down));
        down += style.size() / 2;
    }

    private static String inline(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case HtmlInline html -> text.append(html.getLiteral());
                case SoftLineBreak _ -> text.append(' ');
                case HardLineBreak _ -> text.append('\n');
                default -> text.append(inline(child));
            }
        }
        return text.toString();
    }

    /**
     * One line.
     *
     * @param text what it says
     * @param style how
     * @param indent from the left edge
     * @param baseline from the top edge
     */
    record Line(String text, TextStyle style, double indent, double baseline) {}
}
