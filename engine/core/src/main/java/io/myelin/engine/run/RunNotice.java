package io.myelin.engine.run;

/**
 * Something about a component that people should know, and that is no failure.
 *
 * @param path the component
 * @param text a sentence
 */
public record RunNotice(String path, String text) {}
