package io.myelin.app.editor.action;

/**
 * A key that two actions lay claim to.
 *
 * @param key the key
 * @param has the action that it does
 * @param lacks the action that it does not do
 */
public record KeyConflict(ActionKey key, Action has, Action lacks) {}
