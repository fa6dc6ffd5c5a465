package io.myelin.app.editor.compare;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A tab in which an open document is compared with another version of its graph. It follows the document; comparing is
 * done beside the window's thread, to which all else belongs.
 */
public final class ComparisonTab implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(ComparisonTab.class);

    /** Below this width, in pixels, the list of differences stands under the pictures. */
    private static final double NARROW = 800;

    /** Where the divider stands before anybody has set it. */
    private static final double UNSET = 0.5;

    private final Document mine;
    private final Version other;
    private final Executor beside;
    private final Consumer<String> say;
    private final Tab tab = new Tab();
    private final ComparedPictures pictures;
    private final ComparisonBar bar;
    private final ListView<LocatedDifference> list = new ListView<>();
    private final List<Subscription> subscriptions;
    private Optional<Compared> compared = Optional.empty();
    private List<String> path = List.of();
    private boolean overlaid;
    private boolean stale = true;
    private boolean showing;
    private boolean seen;
    private long generation;

    /**
     * Compares {@code mine}, the whole of a document, with {@code other}, which is taken for the older version; {@code
     * say} tells people what was done, or why not.
     */
    public ComparisonTab(Document mine, Version other, CanvasMaker maker, Executor beside, Consumer<String> say) {
        this.mine = mine;
        this.other = other;
        this.beside = beside;
        this.say = say;
        this.pictures = new ComparedPictures(mine.catalog(), maker, this::enter);
        this.bar = new ComparisonBar(this);
        list.setId("differences");
        list.getStyleClass().add("differences");
        list.setAccessibleText(TEXTS.get("differences"));
        list.setPlaceholder(ComparisonBar.none());
        list.setCellFactory(_ -> new DifferenceCell());
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> chosen());
        BorderPane side = new BorderPane(list);
        side.setTop(bar.counted());
        side.setBottom(bar.taking());
        side.setMinSize(200, 120);
        SplitPane split = new SplitPane(pictures.node(), side);
        split.getStyleClass().add("compare-split");
        SplitPane.setResizableWithParent(side, false);
        split.widthProperty().subscribe(width -> arrange(split, width.doubleValue()));
        BorderPane pane = new BorderPane(split);
        pane.setId("comparison");
        pane.getStylesheets()
                .add(Objects.requireNonNull(ComparisonTab.class.getResource("compare.css"))
                        .toExternalForm());
        pane.setTop(bar.node());
        tab.setContent(pane);
        tab.setGraphic(new FontIcon("mdi2c-compare"));
        tab.setUserData(this);
        tab.selectedProperty().subscribe(_ -> refreshIfSeen());
        subscriptions = List.of(mine.onChange(_ -> changed()), mine.onState(_ -> name()));
        name();
        changed();
    }

    /** The list stands beside the pictures, or below them where that would leave them no room. */
    private static void arrange(SplitPane split, double width) {
        Orientation wanted = width < NARROW ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        if (split.getOrientation() != wanted || split.getDividerPositions()[0] == UNSET) {
            split.setOrientation(wanted);
            split.setDividerPositions(wanted == Orientation.VERTICAL ? 0.62 : 0.74);
        }
    }

    /** What a file is called that is compared with. */
    public static String onDisk(Path file) {
        return TEXTS.get("on-disk", file.getFileName());
    }

    /** What is said of a file that can't be compared with. */
    public static String unreadableTitle() {
        return TEXTS.get("unreadable");
    }

    /** What to put among the documents' tabs. */
    public Tab tab() {
        return tab;
    }

    /** The document that is compared. */
    public Document document() {
        return mine;
    }

    /** Whether it compares the same as {@code another}, perhaps with the file as it was at another time. */
    public boolean isAgain(ComparisonTab another) {
        return mine.equals(another.mine) && other.file().equals(another.other.file());
    }

    /** The canvas that is to do what a menu says of the view. */
    public Optional<GraphCanvas> canvas() {
        return pictures.canvas();
    }

    /** The canvases that are shown, that of the older version first. */
    public List<GraphCanvas> canvases() {
        return pictures.canvases();
    }

    /** The sign and the words of each difference that is listed. */
    public List<String> differenceTexts() {
        return list.getItems().stream()
                .map(one -> DifferenceText.of(one.difference()))
                .map(text -> text.mark().sign() + " " + text.title())
                .toList();
    }

    private void name() {
        tab.setText(TEXTS.get("tab", mine.name(), other.title()));
    }

    private void changed() {
        stale = true;
        refreshIfSeen();
    }

    private void refreshIfSeen() {
        if (stale && tab.isSelected()) {
            stale = false;
            Graph now = mine.graph();
            long wanted = ++generation;
            var _ = CompletableFuture.supplyAsync(() -> Compared.of(other.graph(), now), beside)
                    .thenAcceptAsync(
                            found -> {
                                if (wanted == generation) {
                                    show(found);
                                }
                            },
                            Platform::runLater)
                    .exceptionally(failed -> {
                        Platform.runLater(() -> notCompared(failed));
                        return null;
                    });
        }
    }

    /** An empty tab would say that both are the same; it is tried anew when the tab is seen again. */
    private void notCompared(Throwable failed) {
        stale = true;
        // By whoever is told of all that fails in the window.
        throw new IllegalStateException(failed.getMessage(), failed);
    }

    private void show(Compared found) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        compared = Optional.of(found);
        if (found.both().inside(path).isEmpty()) {
            path = List.of();
        }
        showPictures();
        showing = true;
        list.getItems().setAll(found.differences());
        showing = false;
        if (!found.differences().isEmpty()) {
            list.getSelectionModel()
                    .select(Math.clamp(chosen, 0, found.differences().size() - 1));
        }
        bar.refresh();
        if (!seen) {
            seen = true;
            list.requestFocus();
        }
    }

    private void showPictures() {
        compared.ifPresent(one -> pictures.show(
                one,
                path,
                overlaid,
                new ComparedPictures.Titles(other.title(), other.file(), mineTitle(), mine.file())));
        bar.refresh();
    }

    private String mineTitle() {
        return TEXTS.get("open", mine.name());
    }

    private void chosen() {
        Optional<LocatedDifference> one = selected();
        if (!showing && one.isPresent()) {
            if (!one.get().path().equals(path)) {
                path = one.get().path();
                showPictures();
            }
            reveal();
        }
        bar.refresh();
    }

    private void reveal() {
        Optional<LocatedDifference> one = selected().filter(each -> each.path().equals(path));
        if (one.isPresent() && compared.isPresent()) {
            Versions versions = compared.get().at(path);
            pictures.reveal(versions, Target.onBoth(versions, one.get().difference()));
        }
    }

    private Optional<LocatedDifference> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void enter(List<String> inner) {
        path = inner;
        showPictures();
    }

    /** Whether a graph inside the whole one is shown. */
    public boolean isInside() {
        return !path.isEmpty();
    }

    /** Goes back to the graph around the inner graph that is shown. */
    public void leave() {
        if (isInside()) {
            enter(path.subList(0, path.size() - 1));
        }
    }

    /** The names of the graphs down to the one that is shown. */
    List<String> path() {
        return path;
    }

    /** How many differences there are; empty until that is known. */
    Optional<Integer> count() {
        return compared.map(one -> one.differences().size());
    }

    /** Which difference is chosen, from 1; 0: none. */
    int position() {
        return list.getSelectionModel().getSelectedIndex() + 1;
    }

    /** Whether both versions are shown as one picture. */
    public boolean isOverlaid() {
        return overlaid;
    }

    /** Shows both versions as one picture, or side by side. */
    public void setOverlaid(boolean wanted) {
        if (overlaid != wanted) {
            overlaid = wanted;
            showPictures();
            reveal();
        }
    }

    /** Whether there is a difference to go to. */
    public boolean hasDifferences() {
        return !list.getItems().isEmpty();
    }

    /** Goes {@code by} differences further, the first behind the last, and shows where it is. */
    public void step(int by) {
        int count = list.getItems().size();
        if (count > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, count);
            list.getSelectionModel().clearAndSelect(next);
            list.scrollTo(Math.max(0, next - 2));
        }
    }

    /** Whether a difference is chosen, which can be taken by itself. */
    public boolean canTake() {
        return selected().isPresent();
    }

    /** Makes the document as the other version is, in the chosen difference. */
    public void take() {
        selected()
                .ifPresent(one -> take(
                        List.of(one),
                        TEXTS.get(
                                "take-step", DifferenceText.of(one.difference()).title())));
    }

    /** Makes the document as the other version is in all, as one step. */
    public void takeAll() {
        take(list.getItems(), TEXTS.get("take-all-step", other.title()));
    }

    private void take(Collection<LocatedDifference> wanted, String name) {
        if (compared.isEmpty() || stale || !compared.get().after().equals(mine.graph())) {
            // What is listed is older than the document: the new list comes in a moment.
            return;
        }
        try {
            Compared now = compared.get();
            Optional<GraphEdit> edit = Taking.edit(now.before(), now.after(), now.diff(), List.copyOf(wanted));
            edit.ifPresentOrElse(one -> mine.perform(name, one), () -> say.accept(TEXTS.get("not-taken")));
        } catch (GraphEditException unfit) {
            say.accept(TEXTS.get("unfit", String.valueOf(unfit.getMessage())));
        }
    }

    @Override
    public void close() {
        generation++;
        subscriptions.forEach(Subscription::close);
        pictures.close();
    }
}
