/** Taking text apart, changing it and putting it together. */
@NullMarked
package io.myelin.palette.text;

import org.jspecify.annotations.NullMarked;
