/**
 * From a document to something that can run: values filled in, subgraphs flattened, every problem found.
 */
@NullMarked
package io.myelin.engine.plan;

import org.jspecify.annotations.NullMarked;
