/**
 * JSON: texts to values and back.
 */
@NullMarked
package io.myelin.palette.json;

import org.jspecify.annotations.NullMarked;
