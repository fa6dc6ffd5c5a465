package io.myelin.app.editor.palette;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A graph of the user's own library.
 *
 * @param file where it stands
 * @param title what people call it
 * @param summary what it does, in a line, or empty
 */
public record LibraryGraph(Path file, String title, String summary) {
    /** Whether all of {@code words}, which are in small letters, are found in what is said of it. */
    boolean says(Iterable<String> words) {
        String text = (title + " " + summary + " " + file.getFileName()).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
