/**
 * Programs of the Savina suite (Imam and Sarkar, AGERE 2014) at its default sizes, each as components and as typed
 * actors. A round is one whole run: everything is made, does its work and ends. The graph is planned beforehand, as a
 * program's text is; where the suite's actors make others, the graph has them from the start.
 */
@NullMarked
package io.myelin.bench.savina;

import org.jspecify.annotations.NullMarked;
