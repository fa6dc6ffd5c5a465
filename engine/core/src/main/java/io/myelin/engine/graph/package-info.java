/** The document: graphs, their files, checks and edits. */
@NullMarked
package io.myelin.engine.graph;

import org.jspecify.annotations.NullMarked;
