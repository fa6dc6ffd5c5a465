/**
 * Comma-separated values: texts to records and back.
 */
@NullMarked
package io.myelin.palette.csv;

import org.jspecify.annotations.NullMarked;
