package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Passes the parameters of a graph on to a part of it that becomes a graph of its own: a graph knows only its own.
 *
 * @param parameters the parameters of the part: those of the whole that it uses
 * @param settings the settings of the component that stands for the part, which give them their values
 */
record ParameterPassing(Map<String, GraphParameter> parameters, DataRecord settings) {
    /** What {@code components} need of {@code declared}. */
    static ParameterPassing of(Collection<GraphComponent> components, Map<String, GraphParameter> declared) {
        Set<String> used = new LinkedHashSet<>();
        components.forEach(component -> SettingTexts.each(component.settings(), text -> gather(text, used)));
        Map<String, GraphParameter> parameters = new LinkedHashMap<>(declared);
        parameters.keySet().retainAll(used);
        DataRecord.Builder settings = DataRecord.builder();
        parameters.keySet().forEach(name -> settings.put(name, "${" + name + "}"));
        return new ParameterPassing(parameters, settings.build());
    }

    private static void gather(String text, Set<String> used) {
        for (References.Piece piece : References.parse(text)) {
            if (piece instanceof References.Reference(References.Kind kind, String name)
                    && kind == References.Kind.PARAMETER) {
                used.add(name);
            }
        }
    }
}
