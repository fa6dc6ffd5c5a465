package io.myelin.engine.graph.diff;

/**
 * Something that two versions of a graph have each made other than it was, and not alike.
 *
 * @param pointer the JSON Pointer of the place in the merged graph's file; of a link, its ends instead of a number
 * @param message for people: what each of the two did
 */
public record MergeConflict(String pointer, String message) {}
