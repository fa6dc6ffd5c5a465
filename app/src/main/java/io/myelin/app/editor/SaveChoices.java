package io.myelin.app.editor;

import io.myelin.app.editor.SaveTarget.Unless;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.SavePlace;
import io.myelin.app.editor.file.SavedKind;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.GraphPicture;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Lets people choose where a document is to be saved, and keeps that place for it. On the window's thread. */
final class SaveChoices {
    private static final Texts TEXTS = Texts.of(SaveChoices.class);

    private final OpenDocuments documents;
    private final FileSurroundings around;
    private final ReservedFiles reserved;

    SaveChoices(OpenDocuments documents, FileSurroundings around, ReservedFiles reserved) {
        this.documents = documents;
        this.around = around;
        this.reserved = reserved;
    }

    /**
     * Asks where to save {@code open}; gives nothing where people would not, or may not. What it gives is reserved: at
     * once, but where the disk is to be asked which file is meant.
     */
    CompletableFuture<Optional<SaveTarget>> choose(OpenDocument open) {
        return choose(open, suggestion(open.root()));
    }

    /** As {@link #choose(OpenDocument)}, with another {@code suggestion} than where it stands. */
    CompletableFuture<Optional<SaveTarget>> choose(OpenDocument open, Path suggestion) {
        Optional<Path> chosen = SavePlace.chosen(around.dialogs(), SavedKind.GRAPH, suggestion);
        return chosen.map(this::place)
                .map(place -> place.thenApply(found -> reserve(open, found)))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private CompletableFuture<SavePlace> place(Path chosen) {
        return SavedKind.GRAPH.isAmbiguous(chosen)
                ? around.threads().write(() -> SavePlace.of(SavedKind.GRAPH, chosen, around.store()::exists))
                : CompletableFuture.completedFuture(SavePlace.of(SavedKind.GRAPH, chosen, _ -> false));
    }

    private Optional<SaveTarget> reserve(OpenDocument open, SavePlace place) {
        Path file = place.file();
        if (!documents.all().contains(open)) {
            return Optional.empty();
        }
        if (isOpenElsewhere(file, open)) {
            around.dialogs().showError(TEXTS.get("failed.open"), TEXTS.get("failed.open.text", file.getFileName()));
            return Optional.empty();
        }
        Optional<OpenDocument> other = reserved.other(file, open);
        if (other.isPresent()) {
            String name = other.get().root().name();
            around.dialogs()
                    .showError(
                            TEXTS.get("failed.reserved"), TEXTS.get("failed.reserved.text", file.getFileName(), name));
            return Optional.empty();
        }
        reserved.reserve(open, file);
        boolean isUnasked = !place.isAsked() && !open.root().file().equals(Optional.of(file));
        return Optional.of(new SaveTarget(file, isUnasked ? Unless.THERE : Unless.NOTHING));
    }

    private boolean isOpenElsewhere(Path file, OpenDocument open) {
        return documents.find(file).filter(other -> !other.equals(open)).isPresent()
                || documents.opening(file).isPresent();
    }

    private static Path suggestion(Document document) {
        String plain = document.name().replaceFirst("(?i)\\.(png|svg)$", "") + SavedKind.GRAPH.ending();
        return document.file()
                .filter(file -> !GraphPicture.isPicture(file))
                .orElseGet(() -> document.folder().resolve(plain));
    }
}
