package io.myelin.palette.view;

/** What a view shows at one moment: published by the view components, drawn by the editor. Immutable. */
public sealed interface ViewContent permits TextContent, TableContent, ChartContent {
    /** What stands above it; empty for nothing. */
    String title();

    /** How many messages have come in all, those no longer kept among them. */
    long received();
}
