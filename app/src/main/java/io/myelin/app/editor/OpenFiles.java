package io.myelin.app.editor;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.file.EditorSettingsFile;
import io.myelin.app.editor.file.Session;
import io.myelin.app.editor.file.Session.OpenFile;
import io.myelin.app.editor.file.Session.View;
import io.myelin.app.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Remembers which files are open and what is seen of each, and opens them so at the next start. Which files they are is
 * written whenever that changes, so that it is known also after the editor was killed; what is seen, at the end.
 */
final class OpenFiles {
    private static final Texts TEXTS = Texts.of(OpenFiles.class);

    private final OpenDocuments documents;
    private final GraphOpening opening;
    private final EditorSettingsFile settings;
    private final Consumer<String> say;
    private boolean following;

    OpenFiles(OpenDocuments documents, GraphOpening opening, EditorSettingsFile settings, Consumer<String> say) {
        this.documents = documents;
        this.opening = opening;
        this.settings = settings;
        this.say = say;
    }

    /** Opens {@code wanted}, or what was open the last time where that is nothing, and follows from then on. */
    void begin(List<Path> wanted) {
        wanted.forEach(opening::open);
        if (wanted.isEmpty()) {
            restore(settings.settings().files().session());
        }
        following = true;
        changed();
    }

    private void restore(Session last) {
        List<String> gone = new ArrayList<>();
        for (OpenFile one : last.files()) {
            opening.openAgain(one.file(), open -> one.view().ifPresent(view -> show(open, view)), () -> {
                gone.add(one.file().toString());
                say.accept(TEXTS.get("said.files-gone", String.join(", ", gone)));
                if (documents.isEmpty()) {
                    opening.newDocument();
                }
                changed();
            });
        }
        last.front().ifPresent(documents::select);
    }

    private static void show(OpenDocument open, View view) {
        open.levels().rootCanvas().show(new Point(view.x(), view.y()), view.zoom());
    }

    /** Remembers the files where others are open than before. */
    void changed() {
        Session now = now();
        if (following && !now.hasSameFiles(settings.settings().files().session())) {
            settings.update(
                    remembered -> remembered.withFiles(remembered.files().withSession(now)));
        }
    }

    /** Remembers all for the next start, and nothing that comes after. */
    void end() {
        following = false;
        Session now = now();
        settings.update(remembered -> remembered.withFiles(remembered.files().withSession(now)));
    }

    private Session now() {
        Session before = settings.settings().files().session();
        List<OpenFile> open = documents.files().stream()
                .map(file -> new OpenFile(
                        file,
                        documents.find(file).map(one -> view(one, file, before)).orElseGet(() -> seen(file, before))))
                .toList();
        return new Session(open, documents.frontFile());
    }

    /** Of a tab that was never in front nothing was seen: what was seen the last time holds. */
    private static Optional<View> view(OpenDocument open, Path file, Session before) {
        GraphCanvas canvas = open.levels().rootCanvas();
        Viewport viewport = canvas.viewport();
        if (viewport.width() <= 0) {
            return seen(file, before);
        }
        Point centre = viewport.visible().centre();
        return Optional.of(new View(centre.x(), centre.y(), viewport.zoom()));
    }

    private static Optional<View> seen(Path file, Session before) {
        return before.files().stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .flatMap(OpenFile::view);
    }
}
