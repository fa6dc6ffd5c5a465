package io.myelin.engine.component;

/**
 * A component: it knows only its own boxes, sends to a local outbox, and something else joins the dots.
 *
 * <p>A class is made a component by {@link ComponentInfo}, one of the two styles, and a public constructor that takes
 * its settings record (or nothing). Each start makes a new object, which is used by one thread at a time and sees what
 * its earlier callbacks wrote; it needs no locks of its own.
 */
public sealed interface Component permits ReactiveComponent, SequentialComponent {}
