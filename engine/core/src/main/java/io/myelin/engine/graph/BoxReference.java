package io.myelin.engine.graph;

/**
 * A box of a component, written {@code component.box}.
 *
 * @param component the component's id
 * @param box the box's name
 */
public record BoxReference(String component, String box) {
    @Override
    public String toString() {
        return component + "." + box;
    }
}
