package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.Optional;

/**
 * A parameter of a graph.
 *
 * @param type what values it takes
 * @param defaultValue its value where none is given; empty: one must be given
 * @param description for people, or empty
 * @param unknown keys that this version does not know
 */
public record GraphParameter(
        ParameterType type, Optional<Object> defaultValue, String description, DataRecord unknown) {}
