package io.myelin.app.command;

import io.myelin.engine.component.NearestName;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.ParameterType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values given for a graph's parameters with {@code -p name=value}.
 *
 * @param values by name, in the order given
 */
record ParameterArguments(Map<String, String> values) {
    /** Reads {@code name=value} texts; throws UsageException for one that is not like that, or given twice. */
    static ParameterArguments of(List<String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : given) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new UsageException("-p takes NAME=VALUE, found \"" + text + "\"");
            }
            String name = text.substring(0, equals);
            if (values.put(name, text.substring(equals + 1)) != null) {
                throw new UsageException("the parameter '" + name + "' is given twice");
            }
        }
        return new ParameterArguments(values);
    }

    /** A sentence for each one that {@code graph} does not have. */
    List<String> unknownIn(Graph graph) {
        return values.keySet().stream()
                .filter(name -> !graph.parameters().containsKey(name))
                .map(name -> unknown(name, graph))
                .toList();
    }

    private static String unknown(String name, Graph graph) {
        if (graph.parameters().isEmpty()) {
            return "unknown parameter '" + name + "': this graph has none";
        }
        return "unknown parameter '" + name + "'"
                + Options.suggestion(NearestName.of(name, graph.parameters().keySet())) + "; this graph has: "
                + String.join(", ", graph.parameters().keySet());
    }

    /**
     * The values for the parameters of {@code graph}. A parameter of type secret that is not given here is looked for
     * among the secrets under its own name; either way its value is never shown from now on.
     */
    Map<String, String> valuesFor(Graph graph, Secrets secrets, Redaction redaction) {
        Map<String, String> known = new LinkedHashMap<>();
        graph.parameters().forEach((name, parameter) -> {
            String value = values.get(name);
            if (value != null) {
                known.put(name, value);
            }
            if (parameter.type() == ParameterType.SECRET) {
                if (value == null) {
                    secrets.find(name).ifPresent(secret -> known.put(name, secret));
                } else {
                    redaction.add(value);
                }
            }
        });
        return known;
    }
}
