package io.myelin.app.editor.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An editing process is killed at any moment, and all that it had said was done is there again, to the byte and with its
 * history. As many times as {@code -Dmyelin.kills} says.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("myelin.kills", 6);
    private static final int MOST_EDITS = 1_500;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void nothingThatWasDoneIsLostByAKill() throws Exception {
        int compacted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long seed = new Random().nextLong();
            killOnce(seed, folder.resolve("kill" + kill));
            compacted += isCompacted(folder.resolve("kill" + kill)) ? 1 : 0;
        }
        assertThat(compacted).as("how many journals had been compacted").isPositive();
    }

    /** Whether the journal in {@code folder} had been compacted when its process was killed. */
    private static boolean isCompacted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            for (Path file : files.toList()) {
                try (BufferedReader lines = Files.newBufferedReader(file)) {
                    if (lines.readLine() instanceof String header && header.contains("myelin-journal/2")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void killOnce(long seed, Path folder) throws Exception {
        long said = editAndKill(seed, folder);
        // The kill may have come between the writing of an edit and the word that it was done.
        RandomEditing same = new RandomEditing(seed, folder.resolve("a.graph.json"));
        RandomEditing oneMore = new RandomEditing(seed, folder.resolve("a.graph.json"));
        for (long i = 0; i < said; i++) {
            same.act();
            oneMore.act();
        }
        oneMore.act();
        Optional<Document> recovered = recover(folder);
        if (recovered.isEmpty()) {
            assertThat(same.document().isModified() && oneMore.document().isModified())
                    .as("seed %d, killed after %d: there was something to recover", seed, said)
                    .isFalse();
            return;
        }
        assertThat(RandomEditing.describe(recovered.get()))
                .as("seed %d, killed after %d", seed, said)
                .isIn(RandomEditing.describe(same.document()), RandomEditing.describe(oneMore.document()));
        recovered.get().goTo(0);
        assertThat(GraphFile.format(recovered.get().graph())).isEqualTo(GraphFile.format(Graph.EMPTY));
    }

    /** Gives how many edits the process had said to be done before it was killed. */
    private static long editAndKill(long seed, Path folder) throws Exception {
        Process process = new ProcessBuilder(command(folder, seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long said = 0;
        try (BufferedReader out = process.inputReader()) {
            long enough = 1 + new Random(seed).nextInt(MOST_EDITS);
            while (said < enough) {
                said = Long.parseLong(line(out));
            }
            // While its owner lives, a journal is nobody else's.
            assertThat(recover(folder)).isEmpty();
            // On Linux and macOS this is kill -9.
            process.toHandle().destroyForcibly();
            for (String rest = out.readLine(); rest != null; rest = out.readLine()) {
                if (rest.matches("\\d+") && Long.parseLong(rest) == said + 1) {
                    said++;
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).isNotZero();
        return said;
    }

    private static String line(BufferedReader out) throws IOException {
        String line = out.readLine();
        assertThat(line).as("the editing process goes on until it is killed").isNotNull();
        return line;
    }

    private static List<String> command(Path folder, long seed) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Starts fast, for it lives short.
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(JournaledEditing.class.getName(), folder.toString(), Long.toString(seed)));
        return command;
    }

    /** The document as the next start would open it; empty where nothing was unsaved. */
    private static Optional<Document> recover(Path folder) throws IOException {
        try (Journals journals = new Journals(folder.resolve("journal"), trouble -> {
            throw new AssertionError(trouble);
        })) {
            List<LeftJournal> left = journals.left(ComponentCatalog.of(List.of()));
            if (left.isEmpty()) {
                return Optional.empty();
            }
            RecoveredDocument recovered = left.getFirst().open();
            assertThat(recovered.damaged()).isEmpty();
            return Optional.of(recovered.document());
        }
    }
}
