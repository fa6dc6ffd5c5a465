package io.myelin.app.editor.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the editor asks and tells people outside its window: the one door to the platform's dialogs. */
public interface Dialogs {
    /** Lets people choose graph files to open, beginning in {@code folder}; empty where they would not. */
    List<Path> chooseGraphsToOpen(Path folder);

    /**
     * Lets people choose where to save a file of {@code kind}, {@code suggestion} filled in; empty where they would not.
     * The name may lack its ending, or a part of that: {@link SavePlace} completes it.
     */
    Optional<Path> choosePlace(SavedKind kind, Path suggestion);

    /** Lets people choose a file or folder for a setting, beginning at {@code start}; empty where they would not. */
    Optional<Path> choosePath(PathKind kind, Path start);

    /** Asks, and waits for the answer; empty where it was closed without one. */
    <A> Optional<A> ask(Question<A> question);

    /** Says that something went wrong, and waits until that is read. */
    void showError(String title, String text);

    /** What kind of path is wanted. */
    enum PathKind {
        /** A file that is there. */
        FILE_TO_READ,
        /** A file to write, there or not. */
        FILE_TO_WRITE,
        /** A folder. */
        FOLDER
    }
}
