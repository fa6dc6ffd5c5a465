/** Where messages come from without anything outside: values, sequences, the clock. */
@NullMarked
package io.myelin.palette.source;

import org.jspecify.annotations.NullMarked;
