package io.myelin.app.command;

import io.myelin.app.editor.canvas.geometry.CardStyle;
import io.myelin.app.picture.GraphImage;
import io.myelin.app.picture.PictureTheme;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.GraphPicture;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code myelin render}: draws a graph into a picture that holds the graph. */
final class RenderCommand implements Command {
    private static final double MOST_SCALE = 8;

    @Override
    public CommandSpec specification() {
        return Options.command(
                        this,
                        "render",
                        "Draws a graph into a picture, without a window.",
                        "  myelin render samples/word-count.graph.json -o word-count.svg",
                        "  myelin render samples/word-count.graph.json -o word-count.png --scale 3 --dark",
                        "",
                        "The graph is inside the picture: every command takes the picture for the file.")
                .addPositional(Options.file("FILE", "The graph file, or a picture that holds one."))
                .addOption(OptionSpec.builder("-o", "--output")
                        .paramLabel("PICTURE")
                        .type(File.class)
                        .required(true)
                        .description("Where to write the picture; its name ends with .svg or .png.")
                        .build())
                .addOption(Options.flag("On a dark ground.", "--dark"))
                .addOption(Options.flag("With compact cards: components a line high.", "--compact"))
                .addOption(OptionSpec.builder("--scale")
                        .paramLabel("N")
                        .type(Double.class)
                        .defaultValue("2")
                        .description("Pixels a unit of the canvas in a PNG, up to 8 (2 if not given).")
                        .build());
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        GraphArgument file = GraphArgument.of(
                arguments.matchedPositional(0).originalStringValues().getFirst(), surroundings.workingFolder());
        File output = arguments.matchedOptionValue("--output", new File(""));
        String ending = output.getName().toLowerCase(Locale.ROOT);
        double scale = arguments.matchedOptionValue("--scale", 2.0);
        if (!ending.endsWith(".svg") && !ending.endsWith(".png")) {
            throw new UsageException(
                    "\"" + output + "\" ends with neither .svg nor .png, which are the pictures that can be written");
        }
        if (!(scale > 0 && scale <= MOST_SCALE)) {
            throw new UsageException("--scale: \"" + scale + "\" is not above 0 and up to 8");
        }
        PictureTheme theme = arguments.matchedOptionValue("--dark", false) ? PictureTheme.DARK : PictureTheme.LIGHT;
        // No window is wanted, so none is needed: letters are measured and pixels drawn without a display.
        System.setProperty("java.awt.headless", "true");
        CardStyle style = CardStyle.compact(arguments.matchedOptionValue("--compact", false));
        GraphImage image = new GraphImage(file.graph(), ComponentCatalog.installed(), file.folder(), theme, style);
        write(
                ending.endsWith(".svg") ? image.svg().getBytes(StandardCharsets.UTF_8) : png(image, scale),
                GraphArgument.path(output.getPath(), surroundings.workingFolder()));
        return ExitStatus.DONE;
    }

    private static byte[] png(GraphImage image, double scale) {
        if (image.pixels(scale) > GraphImage.MOST_PIXELS) {
            throw new UsageException("the picture would have " + image.pixels(scale)
                    + " pixels, and a PNG gets at most " + GraphImage.MOST_PIXELS
                    + ": give a smaller --scale, or write an .svg");
        }
        return image.png(scale);
    }

    private static void write(byte[] picture, Path file) {
        try {
            GraphPicture.write(picture, file);
        } catch (IOException failure) {
            throw new UsageException(String.valueOf(failure.getMessage()));
        }
    }
}
