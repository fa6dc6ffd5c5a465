package io.myelin.app.editor.live.view;

import io.myelin.app.editor.live.panel.PanelSheet;
import io.myelin.engine.plan.Secrets;
import io.myelin.palette.view.ChartContent;
import io.myelin.palette.view.TableContent;
import io.myelin.palette.view.TextContent;
import io.myelin.palette.view.ViewContent;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/** Shows what one view component published last. Belongs to the window's thread. */
public final class ContentPane extends BorderPane {
    private final Secrets secrets;
    private final Label title = new Label();
    private Optional<ContentDrawing> drawing = Optional.empty();
    private Optional<ViewContent> shown = Optional.empty();

    /** Shows nothing yet; {@code secrets} are kept out of what it will show. */
    public ContentPane(Secrets secrets) {
        this.secrets = secrets;
        getStyleClass().add("view-content");
        title.getStyleClass().add("view-title");
        setMinSize(0, 0);
        PanelSheet.dress(this);
    }

    /** Shows {@code content}; does nothing where it is what is shown already. */
    public void show(ViewContent content) {
        if (shown.isPresent() && shown.get().equals(content)) {
            return;
        }
        shown = Optional.of(content);
        title.setText(secrets.redact(content.title()));
        setTop(content.title().isEmpty() ? null : title);
        ContentDrawing fitting = drawing.filter(one -> one.draw(content)).orElseGet(() -> newDrawing(content));
        if (drawing.isEmpty() || !drawing.get().equals(fitting)) {
            drawing = Optional.of(fitting);
            setCenter(fitting.node());
        }
    }

    /** What is shown; empty before the first. */
    public Optional<ViewContent> shown() {
        return shown;
    }

    private ContentDrawing newDrawing(ViewContent content) {
        ContentDrawing made = switch (content) {
            case TextContent _ -> new TextDrawing(secrets);
            case TableContent _ -> new TableDrawing(secrets);
            case ChartContent chart -> ChartDrawing.of(chart, secrets);
        };
        made.draw(content);
        return made;
    }
}
