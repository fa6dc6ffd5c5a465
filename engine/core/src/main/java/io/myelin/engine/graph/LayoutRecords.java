package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNumbers;
import java.util.List;

/** The entries of a layout as they are written, one a line. What is at its default is left out. */
final class LayoutRecords {
    private LayoutRecords() {}

    static DataRecord of(Position position) {
        DataRecord.Builder fields = DataRecord.builder();
        putPlace(fields, position.x(), position.y());
        return GraphWriter.withUnknown(fields, position.unknown());
    }

    static DataRecord of(LinkLayout layout) {
        DataRecord.Builder fields = DataRecord.builder();
        fields.put(GraphKeys.FROM, layout.from().toString());
        fields.put(GraphKeys.TO, layout.to().toString());
        putList(
                fields,
                GraphKeys.WAYPOINTS,
                layout.waypoints().stream().map(LayoutRecords::of).toList());
        GraphWriter.putText(fields, GraphKeys.LABEL, layout.label());
        putFlag(fields, GraphKeys.HIDDEN, layout.hidden());
        return GraphWriter.withUnknown(fields, layout.unknown());
    }

    static DataRecord of(GroupFrame group) {
        DataRecord.Builder fields = DataRecord.builder();
        GraphWriter.putText(fields, GraphKeys.TITLE, group.title());
        GraphWriter.putText(fields, GraphKeys.COLOR, group.color());
        putList(fields, GraphKeys.MEMBERS, group.members());
        putList(fields, GraphKeys.NOTES, group.notes());
        putFlag(fields, GraphKeys.COLLAPSED, group.collapsed());
        return GraphWriter.withUnknown(fields, group.unknown());
    }

    static DataRecord of(Note note) {
        DataRecord.Builder fields = DataRecord.builder();
        GraphWriter.putText(fields, GraphKeys.TEXT, note.text());
        putPlace(fields, note.x(), note.y());
        if (note.width() != Note.DEFAULT_WIDTH) {
            fields.put(GraphKeys.WIDTH, JsonNumbers.ofDouble(note.width()));
        }
        if (note.height() != Note.DEFAULT_HEIGHT) {
            fields.put(GraphKeys.HEIGHT, JsonNumbers.ofDouble(note.height()));
        }
        GraphWriter.putText(fields, GraphKeys.COLOR, note.color());
        return GraphWriter.withUnknown(fields, note.unknown());
    }

    private static void putPlace(DataRecord.Builder fields, double x, double y) {
        fields.put(GraphKeys.X, JsonNumbers.ofDouble(x));
        fields.put(GraphKeys.Y, JsonNumbers.ofDouble(y));
    }

    private static void putList(DataRecord.Builder fields, String key, List<?> elements) {
        if (!elements.isEmpty()) {
            fields.put(key, elements);
        }
    }

    private static void putFlag(DataRecord.Builder fields, String key, boolean isSet) {
        if (isSet) {
            fields.put(key, true);
        }
    }
}
