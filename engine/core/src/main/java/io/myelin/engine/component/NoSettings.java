package io.myelin.engine.component;

/** The settings of a component that has none. */
public record NoSettings() {}
