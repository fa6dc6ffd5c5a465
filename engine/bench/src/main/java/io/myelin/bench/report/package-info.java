/** From measurements to one table with ratios, for people and as JSON. */
@NullMarked
package io.myelin.bench.report;

import org.jspecify.annotations.NullMarked;
