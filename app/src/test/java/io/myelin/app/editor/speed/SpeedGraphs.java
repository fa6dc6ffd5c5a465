package io.myelin.app.editor.speed;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.engine.graph.Graph;

/** Graphs of an exact size: components in rows, each row a chain, rows joined crosswise until there are links enough. */
final class SpeedGraphs {
    /** How far apart columns stand, in units of the world. */
    static final double ACROSS = 256;

    /** How far apart rows stand. */
    static final double DOWN = 112;

    private static final String[] INNER = {"data.map", "text.case", "flow.take", "data.filter"};

    private SpeedGraphs() {}

    static Graph grid(int columns, int rows, int links) {
        SampleGraphs sample = new SampleGraphs();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                String type = column == 0
                        ? "source.sequence"
                        : column == columns - 1 ? "console.print" : INNER[(column + row) % INNER.length];
                sample.component(id(column, row), type, column * ACROSS, row * DOWN);
            }
        }
        int chained = (columns - 1) * rows;
        int crosses = (columns - 1) * (rows - 1);
        int crossed = 0;
        int seen = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                sample.link(id(column, row) + ".outbox", id(column + 1, row) + ".inbox");
                // So many crosses of all, evenly spread.
                if (row + 1 < rows && crossed < (long) ++seen * (links - chained) / crosses) {
                    crossed++;
                    sample.link(id(column, row) + ".outbox", id(column + 1, row + 1) + ".inbox");
                }
            }
        }
        Graph graph = sample.graph();
        if (graph.components().size() != columns * rows || graph.links().size() != links) {
            throw new IllegalArgumentException(columns + " by " + rows + " have no room for " + links + " links");
        }
        return graph;
    }

    static String id(int column, int row) {
        return "c" + column + "-" + row;
    }
}
