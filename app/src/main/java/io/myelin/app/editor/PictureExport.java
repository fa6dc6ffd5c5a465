package io.myelin.app.editor;

import io.myelin.app.editor.canvas.geometry.CardStyle;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.file.SavePlace;
import io.myelin.app.editor.file.SavedKind;
import io.myelin.app.picture.GraphImage;
import io.myelin.app.picture.PictureTheme;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.GraphPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes a picture of a graph that holds the graph, as light or dark and as compact as in the window. */
final class PictureExport {
    private static final Texts TEXTS = Texts.of(PictureExport.class);

    private static final double SCALE = 2;

    private final Dialogs dialogs;
    private final BooleanSupplier isDark;
    private final Supplier<CardStyle> style;
    private final Consumer<String> say;

    PictureExport(Dialogs dialogs, BooleanSupplier isDark, Supplier<CardStyle> style, Consumer<String> say) {
        this.dialogs = dialogs;
        this.isDark = isDark;
        this.style = style;
        this.say = say;
    }

    /** Asks where to, and writes the picture there. */
    void export(OpenDocument open) {
        Document document = open.document();
        String name = document.name().replaceFirst("(?i)\\.(png|svg)$", "");
        Path suggestion = document.folder().resolve(name + SavedKind.PICTURE.ending());
        SavePlace.chooseFree(dialogs, SavedKind.PICTURE, suggestion).ifPresent(file -> write(document, file));
    }

    private void write(Document document, Path file) {
        // The toolkit of pixels is not to look for a display of its own beside the window's.
        System.setProperty("java.awt.headless", "true");
        PictureTheme theme = isDark.getAsBoolean() ? PictureTheme.DARK : PictureTheme.LIGHT;
        GraphImage image = new GraphImage(document.graph(), document.catalog(), document.folder(), theme, style.get());
        boolean isSvg = file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
        if (!isSvg && image.pixels(SCALE) > GraphImage.MOST_PIXELS) {
            dialogs.showError(TEXTS.get("picture.too-large"), TEXTS.get("picture.pixels", image.pixels(SCALE)));
            return;
        }
        try {
            GraphPicture.write(isSvg ? image.svg().getBytes(StandardCharsets.UTF_8) : image.png(SCALE), file);
            say.accept(TEXTS.get("picture.written", file.getFileName()));
        } catch (IOException failed) {
            dialogs.showError(TEXTS.get("picture.failed"), String.valueOf(failed.getMessage()));
        }
    }
}
