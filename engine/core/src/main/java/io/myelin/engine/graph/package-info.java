/**
 * The document: immutable records, the file format (one reader, one writer), and edits with their inverses.
 */
@NullMarked
package io.myelin.engine.graph;

import org.jspecify.annotations.NullMarked;
