package io.myelin.app.picture;

import io.myelin.app.editor.canvas.geometry.TextStyle;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Draws elements of SVG. */
final class SvgPen implements Pen {
    private final XMLStreamWriter out;
    private final PictureFonts fonts;

    SvgPen(XMLStreamWriter out, PictureFonts fonts) {
        this.out = out;
        this.fonts = fonts;
    }

    @Override
    public void fill(Shape shape, Ink ink) {
        try {
            out.writeEmptyElement("path");
            out.writeAttribute("d", path(shape));
            paint("fill", ink);
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void stroke(Shape shape, Ink ink, double width, float... dashes) {
        try {
            out.writeEmptyElement("path");
            out.writeAttribute("d", path(shape));
            out.writeAttribute("fill", "none");
            paint("stroke", ink);
            out.writeAttribute("stroke-width", number(width));
            if (dashes.length > 0) {
                out.writeAttribute("stroke-dasharray", number(dashes[0]) + " " + number(dashes[1]));
            }
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void text(String text, TextStyle style, double x, double baseline, Ink ink) {
        if (text.isEmpty()) {
            return;
        }
        try {
            out.writeStartElement("text");
            out.writeAttribute("x", number(x));
            out.writeAttribute("y", number(baseline));
            out.writeAttribute("font-size", number(style.size()));
            if (style.isStrong()) {
                out.writeAttribute("font-weight", "600");
            }
            // Whoever looks at it may have other fonts: the text keeps to its room.
            out.writeAttribute("textLength", number(fonts.width(text, style)));
            out.writeAttribute("lengthAdjust", "spacingAndGlyphs");
            paint("fill", ink);
            out.writeCharacters(SvgText.allowed(text));
            out.writeEndElement();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void paint(String what, Ink ink) throws XMLStreamException {
        out.writeAttribute(what, ink.hexadecimal());
        if (ink.opacity() < 1) {
            out.writeAttribute(what + "-opacity", number(ink.opacity()));
        }
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator each = shape.getPathIterator(null); !each.isDone(); each.next()) {
            int kind = each.currentSegment(points);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> append(path, 'M', points, 2);
                case PathIterator.SEG_LINETO -> append(path, 'L', points, 2);
                case PathIterator.SEG_QUADTO -> append(path, 'Q', points, 4);
                case PathIterator.SEG_CUBICTO -> append(path, 'C', points, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void append(StringBuilder path, char command, double[] points, int count) {
        path.append(command);
        for (int index = 0; index < count; index++) {
            path.append(index == 0 ? "" : " ").append(number(points[index]));
        }
    }

    /** A number in as few digits as a picture needs. */
    static String number(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
