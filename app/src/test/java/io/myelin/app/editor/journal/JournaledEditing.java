package io.myelin.app.editor.journal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that edits until it is killed, and says of each thing done, once it is done, which one it was. */
final class JournaledEditing {
    /** So that even a short life sees journals compacted, and the end may come in the midst of it. */
    private static final long WORTH_COMPACTING = 4_096;

    private JournaledEditing() {}

    /** Edits with the seed in the second argument, its journal in the folder in the first. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        RandomEditing editing = new RandomEditing(Long.parseLong(arguments[1]), folder.resolve("a.graph.json"));
        JournalFolder journal = new JournalFolder(folder.resolve("journal"));
        Journals journals = new Journals(journal, System.err::println, WORTH_COMPACTING);
        journals.begin(editing.document(), "");
        for (long done = 1; done < Long.MAX_VALUE; done++) {
            editing.act();
            out.println(done);
        }
    }
}
