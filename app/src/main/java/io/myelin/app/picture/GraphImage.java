package io.myelin.app.picture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.CardStyle;
import io.myelin.app.editor.canvas.geometry.ComponentFaces;
import io.myelin.app.editor.canvas.paint.Tone;
import io.myelin.app.editor.canvas.route.WireRouter;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphPicture;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A picture of a graph that holds the graph, as SVG or PNG. For one thread. */
public final class GraphImage {
    /** How many pixels a PNG may have: what takes 400 MB while it is drawn. */
    public static final long MOST_PIXELS = 100_000_000;

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final double MARGIN = 32;
    private static final Bounds EMPTY = new Bounds(0, 0, 128, 64);

    private final Graph graph;
    private final PictureTheme theme;
    private final PictureFonts fonts = new PictureFonts();
    private final CanvasGeometry geometry;
    private final Bounds area;

    /**
     * A picture of {@code graph}.
     *
     * @param catalog the types at hand
     * @param folder what relative paths in the graph are taken from
     * @param style how much components show of themselves
     */
    public GraphImage(Graph graph, ComponentCatalog catalog, Path folder, PictureTheme theme, CardStyle style) {
        this.graph = graph;
        this.theme = theme;
        this.geometry = new CanvasGeometry(
                new ComponentFaces(catalog, folder, name -> inFile(folder, name)), fonts, new WireRouter());
        geometry.showCards(style);
        geometry.update(graph);
        Bounds contents = geometry.contents().orElse(EMPTY);
        for (var link : geometry.links()) {
            contents = contents.union(
                    geometry.link(link.reference()).orElse(link).path().bounds());
        }
        this.area = contents.grown(MARGIN);
    }

    /** What a graph in another file shows; nothing where that can't be read, which a picture is no place to tell. */
    private static Optional<Graph> inFile(Path folder, String name) {
        try {
            return GraphFile.read(folder.resolve(name)).graph();
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** How many pixels a PNG of so many pixels a unit has. */
    public long pixels(double scale) {
        return (long) (Math.ceil(area.width() * scale) * Math.ceil(area.height() * scale));
    }

    /** As PNG with {@code scale} pixels a unit of the canvas. */
    public byte[] png(double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(area.width() * scale),
                (int) Math.ceil(area.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        graphics.translate(-area.x(), -area.y());
        draw(new PixelPen(graphics, fonts));
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return GraphPicture.png(out.toByteArray(), graph);
    }

    private void draw(Pen pen) {
        // A little beyond, for the last row and column of pixels may stand out over the area.
        Bounds ground = area.grown(1);
        pen.fill(
                new Rectangle2D.Double(ground.x(), ground.y(), ground.width(), ground.height()),
                theme.ink(Tone.BACKGROUND));
        new GraphDrawing(geometry, theme, fonts, pen).draw();
    }

    /** As SVG. */
    public String svg() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("svg");
            out.writeDefaultNamespace(SVG);
            out.writeAttribute("viewBox", box());
            out.writeAttribute("width", SvgPen.number(area.width()));
            out.writeAttribute("height", SvgPen.number(area.height()));
            out.writeAttribute("font-family", "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif");
            out.writeAttribute("stroke-linecap", "round");
            if (!graph.title().isEmpty()) {
                out.writeStartElement("title");
                out.writeCharacters(SvgText.allowed(graph.title()));
                out.writeEndElement();
            }
            out.writeStartElement("metadata");
            out.writeStartElement("graph");
            out.writeDefaultNamespace(GraphPicture.NAMESPACE);
            out.writeCharacters(GraphFile.format(graph));
            out.writeEndElement();
            out.writeEndElement();
            draw(new SvgPen(out, fonts));
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.append('\n').toString();
    }

    private String box() {
        return SvgPen.number(area.x()) + " " + SvgPen.number(area.y()) + " " + SvgPen.number(area.width()) + " "
                + SvgPen.number(area.height());
    }
}
