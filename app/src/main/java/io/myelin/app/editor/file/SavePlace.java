package io.myelin.app.editor.file;

import io.myelin.app.editor.file.Question.Answer;
import io.myelin.app.editor.file.Question.Role;
import io.myelin.app.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where people want something saved.
 *
 * @param file the file, absolute, with the ending of its kind
 * @param isAsked whether they have been asked already before that replaces another file
 */
public record SavePlace(Path file, boolean isAsked) {
    private static final Texts TEXTS = Texts.of(SavePlace.class);

    /** Lets people choose where to save a file of {@code kind}; empty where they would not. The name may be in part. */
    public static Optional<Path> chosen(Dialogs dialogs, SavedKind kind, Path suggestion) {
        return dialogs.choosePlace(kind, suggestion)
                .map(path -> path.toAbsolutePath().normalize());
    }

    /** What {@code chosen} means for a file of {@code kind}; asks {@code isThere} where that is ambiguous. */
    public static SavePlace of(SavedKind kind, Path chosen, Predicate<Path> isThere) {
        Path file = kind.completed(chosen, isThere);
        return new SavePlace(file, kind.isAsked(chosen, file));
    }

    /** As {@link #chosen}; asks too whether a file that is there is to be replaced, where the dialog may not have. */
    public static Optional<Path> chooseFree(Dialogs dialogs, SavedKind kind, Path suggestion) {
        return chosen(dialogs, kind, suggestion)
                .map(chosen -> of(kind, chosen, Files::exists))
                .filter(place -> place.isAsked() || !Files.exists(place.file()) || mayReplace(dialogs, place.file()))
                .map(SavePlace::file);
    }

    /** Asks whether {@code file}, which is there, may be replaced. */
    public static boolean mayReplace(Dialogs dialogs, Path file) {
        return dialogs.ask(new Question<>(
                        TEXTS.get("ask.replace"),
                        TEXTS.get("ask.replace.text", file.getFileName()),
                        List.of(
                                new Answer<>(true, TEXTS.get("ask.replace.yes"), Role.OTHER),
                                new Answer<>(false, TEXTS.get("ask.cancel"), Role.CANCEL))))
                .orElse(false);
    }
}
