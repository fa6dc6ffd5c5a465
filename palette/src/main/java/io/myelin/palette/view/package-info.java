/**
 * Components that show what comes in, and the content that they publish for whoever draws it.
 */
@NullMarked
package io.myelin.palette.view;

import org.jspecify.annotations.NullMarked;
