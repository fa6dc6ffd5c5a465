package io.myelin.app.editor;

import io.myelin.app.editor.canvas.geometry.CardStyle;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.file.SavePlace;
import io.myelin.app.editor.file.SavedKind;
import io.myelin.app.picture.GraphImage;
import io.myelin.app.picture.PictureTheme;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphPicture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes a picture of a graph that holds the graph, as light or dark and as compact as in the window. */
final class PictureExport {
    private static final Texts TEXTS = Texts.of(PictureExport.class);

    private static final double SCALE = 2;

    private static final CompletableFuture<Boolean> DONE = CompletableFuture.completedFuture(true);

    private final Dialogs dialogs;
    private final FileCommands files;
    private final BooleanSupplier isDark;
    private final Supplier<CardStyle> style;
    private final Consumer<String> say;

    PictureExport(
            Dialogs dialogs,
            FileCommands files,
            BooleanSupplier isDark,
            Supplier<CardStyle> style,
            Consumer<String> say) {
        this.dialogs = dialogs;
        this.files = files;
        this.isDark = isDark;
        this.style = style;
        this.say = say;
    }

    /** Asks where to, and writes the picture there, of the graph as it is now. */
    void export(OpenDocument open) {
        Document document = open.document();
        String name = document.name().replaceFirst("(?i)\\.(png|svg)$", "");
        Path suggestion = document.folder().resolve(name + SavedKind.PICTURE.ending());
        SavePlace.chosen(dialogs, SavedKind.PICTURE, suggestion).ifPresent(chosen -> {
            // The toolkit of pixels is not to look for a display of its own beside the window's.
            System.setProperty("java.awt.headless", "true");
            PictureTheme theme = isDark.getAsBoolean() ? PictureTheme.DARK : PictureTheme.LIGHT;
            Graph graph = document.graph();
            Path folder = document.folder();
            CardStyle cards = style.get();
            var _ = files.inTurn(
                    open,
                    () -> files.beside(
                                    () -> draw(new GraphImage(graph, document.catalog(), folder, theme, cards), chosen))
                            .thenCompose(drawn ->
                                    drawn.isAsked() || !drawn.isThere() || SavePlace.mayReplace(dialogs, drawn.file())
                                            ? write(drawn.image(), drawn.file())
                                            : DONE));
        });
    }

    /** Waits for the disk, as does drawing graphs that stand in files of their own. */
    private static Drawn draw(GraphImage image, Path chosen) {
        SavePlace place = SavePlace.of(SavedKind.PICTURE, chosen, Files::exists);
        return new Drawn(image, place.file(), place.isAsked(), Files.exists(place.file()));
    }

    private CompletableFuture<Boolean> write(GraphImage image, Path file) {
        boolean isSvg = file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
        if (!isSvg && image.pixels(SCALE) > GraphImage.MOST_PIXELS) {
            dialogs.showError(TEXTS.get("picture.too-large"), TEXTS.get("picture.pixels", image.pixels(SCALE)));
            return DONE;
        }
        return files.beside(() -> {
                    GraphPicture.write(isSvg ? image.svg().getBytes(StandardCharsets.UTF_8) : image.png(SCALE), file);
                    return true;
                })
                .handle((written, failed) -> {
                    if (failed == null) {
                        say.accept(TEXTS.get("picture.written", file.getFileName()));
                    } else {
                        dialogs.showError(TEXTS.get("picture.failed"), FileCommands.sentence(failed));
                    }
                    return failed == null;
                });
    }

    /** A picture, and what is known of where it is to go. */
    private record Drawn(GraphImage image, Path file, boolean isAsked, boolean isThere) {}
}
