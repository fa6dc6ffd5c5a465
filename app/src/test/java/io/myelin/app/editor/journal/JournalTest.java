package io.myelin.app.editor.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit.AddComponent;
import io.myelin.engine.graph.GraphEdit.ChangeComponent;
import io.myelin.engine.graph.GraphEdit.MoveComponents;
import io.myelin.engine.graph.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals hold all that was done, whatever becomes of the process, the file and the disk. */
class JournalTest {
    private static final ComponentCatalog NO_TYPES = ComponentCatalog.of(List.of());

    @TempDir
    private Path folder;

    private final List<String> trouble = new ArrayList<>();
    private final List<Journals> opened = new ArrayList<>();
    private final Document document = new Document(NO_TYPES, Graph.EMPTY, Optional.empty());

    @AfterEach
    void close() {
        opened.forEach(Journals::close);
    }

    @Test
    void aJournalCutAnywhereGivesBackWhatItHoldsInFull() throws IOException {
        List<Graph> states = new ArrayList<>();
        begin(document);
        states.add(document.graph());
        for (int i = 0; i < 5; i++) {
            add("c" + i);
            states.add(document.graph());
        }
        byte[] whole = Files.readAllBytes(only(".journal"));
        int last = 0;
        for (int length = 0; length < whole.length; length += 7) {
            List<LeftJournal> left = left(Arrays.copyOf(whole, length));
            int state = left.isEmpty()
                    ? 0
                    : states.indexOf(left.getFirst().open().document().graph());
            assertThat(state).as("the state after %d bytes", length).isBetween(last, last + 1);
            last = state;
        }
        assertThat(last).isEqualTo(4);
        assertThat(left(whole).getFirst().open().document().graph()).isEqualTo(states.getLast());
        assertThat(trouble).isEmpty();
    }

    @Test
    void ofADamagedJournalAllBeforeTheDamageIsOpenedAndACopyIsKept() throws IOException {
        begin(document);
        add("a");
        add("b");
        Graph before = document.graph();
        int damaged = Files.readAllBytes(only(".journal")).length + 20;
        add("c");
        add("d");
        byte[] bytes = Files.readAllBytes(only(".journal"));
        bytes[damaged]++;

        RecoveredDocument recovered = left(bytes).getFirst().open();

        assertThat(recovered.document().graph()).isEqualTo(before);
        assertThat(recovered.document().isModified()).isTrue();
        assertThat(Files.readAllBytes(recovered.damaged().orElseThrow())).isEqualTo(bytes);
        recovered.document().undo();
        assertThat(recovered.document().graph().components()).containsOnlyKeys("a");
    }

    @Test
    void zerosThatALossOfPowerLeftAtTheEndAreNoPartOfIt() throws IOException {
        begin(document);
        add("a");
        byte[] bytes = Files.readAllBytes(only(".journal"));
        RecoveredDocument recovered =
                left(Arrays.copyOf(bytes, bytes.length + 4096)).getFirst().open();
        assertThat(recovered.document().graph()).isEqualTo(document.graph());
        assertThat(recovered.damaged()).isEmpty();
    }

    @Test
    void aJournalOfANewerVersionIsLeftWhereItIsAndToldOf() throws IOException {
        byte[] newer = JournalRecords.bytes("{\"journal\":\"myelin-journal/3\",\"digest\":\"\"}");
        assertThat(left(newer)).isEmpty();
        assertThat(trouble).singleElement().asString().contains("another version of Myelin", "It is kept in");
        assertThat(Files.readAllBytes(only("0-dead.journal"))).isEqualTo(newer);
    }

    @Test
    void aRecordThatThisVersionCannotFollowEndsTheRecoveryAndTheWholeIsKept() throws IOException {
        begin(document);
        add("a");
        byte[] known = Files.readAllBytes(only(".journal"));
        byte[] strange = JournalRecords.bytes("{\"event\":\"flown\",\"unsaved\":true,\"steps\":2}");
        byte[] both = Arrays.copyOf(known, known.length + strange.length);
        System.arraycopy(strange, 0, both, known.length, strange.length);
        RecoveredDocument recovered = left(both).getFirst().open();
        assertThat(recovered.document().graph()).isEqualTo(document.graph());
        assertThat(recovered.damaged()).isPresent();
    }

    @Test
    void aMereClickWritesNothingAndADragWritesAllItsMoves() throws IOException {
        begin(document);
        add("a");
        long before = Files.size(only(".journal"));
        document.begin("Move");
        document.commit();
        document.begin("Move");
        document.rollback();
        assertThat(Files.size(only(".journal"))).isEqualTo(before);

        document.begin("Move");
        for (int i = 0; i < 10; i++) {
            document.perform(
                    "Move", new MoveComponents(List.of(new MoveComponents.Move("a", Optional.of(new Position(i, i))))));
        }
        RecoveredDocument recovered =
                left(Files.readAllBytes(only(".journal"))).getFirst().open();
        assertThat(recovered.document().graph()).isEqualTo(document.graph());
        assertThat(recovered.document().undoName()).isEqualTo("Move");
        recovered.document().undo();
        document.rollback();
        assertThat(recovered.document().graph()).isEqualTo(document.graph());
    }

    @Test
    void whatWasTypedAfterLeavingAFieldIsAStepOfItsOwnAfterARecoveryToo() throws IOException {
        begin(document);
        add("a");
        type("H");
        type("He");
        document.endMerging();
        type("Hey");
        Document recovered =
                left(Files.readAllBytes(only(".journal"))).getFirst().open().document();
        assertThat(recovered.history().size()).isEqualTo(3);
        recovered.undo();
        assertThat(recovered.graph().components().get("a").title()).isEqualTo("He");
        recovered.undo();
        assertThat(recovered.graph().components().get("a").title()).isEmpty();
    }

    private void type(String title) {
        GraphComponent component = GraphComponent.ofType("t").withTitle(title);
        document.perform("Title", new ChangeComponent("a", component), "title of a");
    }

    @Test
    void whereTheJournalCannotBeWrittenThatIsToldOnceAndMadeGoodAsSoonAsItCan() throws IOException {
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "a file where the folder should be");
        journals(new JournalFolder(blocked)).begin(document, "");
        add("a");
        add("b");
        assertThat(document.graph().components()).hasSize(2);
        assertThat(trouble).singleElement().asString().contains("Save often");

        Files.delete(blocked);
        add("c");
        byte[] made = Files.readAllBytes(onlyIn(blocked));
        assertThat(left(made).getFirst().open().document().graph()).isEqualTo(document.graph());
    }

    @Test
    void aLongJournalIsCompactedAndGivesBackTheSameHistory() throws IOException {
        journals(new JournalFolder(folder.resolve("journal")), 20_000).begin(document, "the digest");
        add("a");
        drags(20);
        document.goTo(5);
        document.savedTo(folder.resolve("a.graph.json"), document.snapshot(), "another digest");
        document.goTo(15);
        document.goTo(14);
        add("b");
        document.undo();

        RecoveredDocument recovered =
                left(Files.readAllBytes(compacted())).getFirst().open();

        assertThat(recovered.damaged()).isEmpty();
        assertThat(recovered.digest()).isEqualTo("another digest");
        assertThat(recovered.document().canRedo()).isTrue();
        assertThat(RandomEditing.describe(recovered.document())).isEqualTo(RandomEditing.describe(document));
        recovered.document().goTo(5);
        assertThat(recovered.document().isModified()).isFalse();
        recovered.document().goTo(0);
        assertThat(recovered.document().graph()).isEqualTo(Graph.EMPTY);
    }

    @Test
    void aJournalThatIsStillThereAfterItWasCompactedIsNotOfferedTwice() throws IOException {
        journals(new JournalFolder(folder.resolve("journal")), 20_000).begin(document, "");
        add("a");
        byte[] whole = Files.readAllBytes(only(".journal"));
        drags(20);
        Path compacted = compacted();
        Path dead = Files.createTempDirectory(folder, "dead");
        String header = Files.readAllLines(compacted).getFirst();
        String replaced = header.replaceFirst(".*\"replaced\":\"([^\"]*)\".*", "$1");
        Files.write(dead.resolve(replaced), whole);
        Files.copy(compacted, dead.resolve(compacted.getFileName()));
        Files.writeString(dead.resolve("0-half.unfinished"), "what was being compacted");

        List<LeftJournal> left = journals(new JournalFolder(dead, "another")).left(NO_TYPES);

        assertThat(left).hasSize(1);
        assertThat(left.getFirst().open().document().graph()).isEqualTo(document.graph());
        assertThat(files(dead)).hasSize(1);
    }

    @Test
    void aJournalThatCannotBeCompactedIsKeptAndGoesOn() throws IOException {
        Path journal = folder.resolve("journal");
        journals(new JournalFolder(journal), 20_000).begin(document, "");
        add("a");
        Path one = only(".journal");
        // Nothing can be made beside it, while it stays open.
        Path away = Files.move(journal, folder.resolve("away"));
        Files.writeString(journal, "a file where the folder should be");
        drags(20);
        add("b");
        byte[] bytes = Files.readAllBytes(away.resolve(one.getFileName()));
        assertThat(bytes.length).isGreaterThan(20_000);
        assertThat(left(bytes).getFirst().open().document().graph()).isEqualTo(document.graph());
    }

    /** Each is one step of the history, and many records of the journal. */
    private void drags(int count) {
        for (int drag = 0; drag < count; drag++) {
            document.begin("Move");
            for (int i = 0; i < 40; i++) {
                Position to = new Position(i, drag);
                document.perform("Move", new MoveComponents(List.of(new MoveComponents.Move("a", Optional.of(to)))));
            }
            document.commit();
        }
    }

    /** The journal once it is compacted and no other is being made: it is the only one then, and short. */
    private Path compacted() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            List<Path> files = files(folder.resolve("journal"));
            if (files.size() == 1 && files.getFirst().toFile().length() < 20_000) {
                assertThat(Files.readAllLines(only(".journal")).getFirst()).contains("myelin-journal/2");
                return only(".journal");
            }
            assertThat(System.nanoTime()).as("it is not compacted").isLessThan(end);
            if (files.size() == 1) {
                // Much was written while it was compacted the last time; the next thing done asks for it again.
                document.undo();
                document.redo();
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void onlyItsUserMayReadAJournal() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        begin(document);
        add("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("journal"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aJournalThatIsRemovedLeavesNoFile() throws IOException {
        DocumentJournal journal = begin(document);
        add("a");
        journal.remove();
        assertThat(files(folder.resolve("journal"))).isEmpty();
        add("b");
        assertThat(files(folder.resolve("journal"))).isEmpty();
    }

    @Test
    void whatIsWrittenIsBroughtToTheDiskUnasked() throws InterruptedException {
        CountDownLatch forced = new CountDownLatch(2);
        try (JournalSync sync = new JournalSync()) {
            sync.written(() -> {
                forced.countDown();
                throw new IOException("the disk is busy");
            });
            sync.written(forced::countDown);
            assertThat(forced.await(30, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Boolean> again = new CompletableFuture<>();
            sync.written(() -> again.complete(true));
            assertThat(again.orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
        }
    }

    @Test
    void whatIsNoHeaderIsRefused() {
        assertThatThrownBy(() -> JournalHeader.read(JournalFields.parse("{\"journal\": 1}")))
                .isInstanceOf(JournalException.class)
                .hasMessage("found the number 1 as \"journal\"; allowed: a text");
        assertThatThrownBy(() -> JournalFields.parse("{")).isInstanceOf(JournalException.class);
    }

    private void add(String id) {
        document.perform("Add " + id, new AddComponent(id, GraphComponent.ofType("t"), new Position(0, 0)));
    }

    private DocumentJournal begin(Document one) {
        return journals(new JournalFolder(folder.resolve("journal"))).begin(one, "");
    }

    private Journals journals(JournalFolder in) {
        return journals(in, JournalCompaction.USUAL);
    }

    private Journals journals(JournalFolder in, long worth) {
        Journals journals = new Journals(in, trouble::add, worth);
        opened.add(journals);
        return journals;
    }

    /** What the next start finds where an editor left {@code bytes}. */
    private List<LeftJournal> left(byte[] bytes) throws IOException {
        Path dead = Files.createTempDirectory(folder, "dead");
        Files.write(dead.resolve("0-dead.journal"), bytes);
        return journals(new JournalFolder(dead)).left(NO_TYPES);
    }

    private Path only(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .reduce((one, other) -> {
                        throw new AssertionError("there are two: " + one + ", " + other);
                    })
                    .orElseThrow();
        }
    }

    private Path onlyIn(Path other) throws IOException {
        List<Path> files = files(other);
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
