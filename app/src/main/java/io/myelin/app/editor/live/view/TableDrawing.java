package io.myelin.app.editor.live.view;

import io.myelin.app.editor.live.panel.TailFollower;
import io.myelin.engine.plan.Secrets;
import io.myelin.palette.view.TableContent;
import io.myelin.palette.view.ViewContent;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Draws rows under columns, the newest at the bottom. */
final class TableDrawing implements ContentDrawing {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final int LOOKED_AT = 50;

    private final TableView<List<String>> table = new TableView<>();
    private final TailFollower tail = new TailFollower(table, table::scrollTo);
    private final Secrets secrets;
    private List<String> columns = List.of();

    TableDrawing(Secrets secrets) {
        this.secrets = secrets;
        table.getStyleClass().addAll("view-table", "dense");
        table.setFocusTraversable(false);
        table.setPlaceholder(new Label(""));
    }

    @Override
    public Node node() {
        return table;
    }

    @Override
    public boolean draw(ViewContent content) {
        if (!(content instanceof TableContent rows)) {
            return false;
        }
        if (!rows.columns().equals(columns)) {
            columns = rows.columns();
            table.getColumns()
                    .setAll(columns.stream().map(name -> column(name, rows)).toList());
        }
        table.getItems().setAll(rows.rows());
        tail.changed(rows.rows().size());
        return true;
    }

    private TableColumn<List<String>, String> column(String name, TableContent rows) {
        int index = columns.indexOf(name);
        TableColumn<List<String>, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> {
            List<String> cells = row.getValue();
            return new ReadOnlyStringWrapper(index < cells.size() ? secrets.redact(cells.get(index)) : "");
        });
        column.setSortable(false);
        column.setPrefWidth(110);
        boolean numbers = rows.rows().stream()
                .limit(LOOKED_AT)
                .map(row -> index < row.size() ? row.get(index) : "")
                .allMatch(cell -> cell.isEmpty() || NUMBER.matcher(cell).matches());
        if (numbers) {
            column.getStyleClass().add("number");
        }
        return column;
    }
}
