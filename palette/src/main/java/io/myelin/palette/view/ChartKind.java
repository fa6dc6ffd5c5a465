package io.myelin.palette.view;

/** How a chart is drawn. */
public enum ChartKind {
    /** A line from point to point. */
    LINE,
    /** A bar a point. */
    BAR,
    /** A dot a point. */
    SCATTER
}
