/**
 * Recording a run, and playing it again: the file, what is noted while the graph runs, and the replay that proves itself
 * by comparing every delivery. How it works stands in {@code engine/core/docs/recording.md}.
 */
@NullMarked
package io.myelin.engine.watch.recording;

import org.jspecify.annotations.NullMarked;
