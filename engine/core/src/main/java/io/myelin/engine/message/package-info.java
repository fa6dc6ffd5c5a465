/**
 * What may travel along a link: immutable values, the check that they are, and how they read as text.
 */
@NullMarked
package io.myelin.engine.message;

import org.jspecify.annotations.NullMarked;
