package io.myelin.palette.expression;

import io.myelin.engine.component.NearestName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds calls of functions that do not exist, before any message comes: the library would only say so then. It looks at
 * names alone, and lets pass what it is not sure of.
 */
final class FunctionCalls {
    private static final Set<String> KNOWN = Set.of(
            "abs",
            "append",
            "assert",
            "average",
            "base64decode",
            "base64encode",
            "boolean",
            "ceil",
            "clone",
            "contains",
            "count",
            "decodeUrl",
            "decodeUrlComponent",
            "distinct",
            "each",
            "encodeUrl",
            "encodeUrlComponent",
            "error",
            "eval",
            "exists",
            "filter",
            "floor",
            "formatBase",
            "formatInteger",
            "formatNumber",
            "fromMillis",
            "join",
            "keys",
            "length",
            "lookup",
            "lowercase",
            "map",
            "match",
            "max",
            "merge",
            "millis",
            "min",
            "not",
            "now",
            "number",
            "pad",
            "parseInteger",
            "power",
            "random",
            "reduce",
            "replace",
            "reverse",
            "round",
            "shuffle",
            "sift",
            "single",
            "sort",
            "split",
            "spread",
            "sqrt",
            "string",
            "substring",
            "substringAfter",
            "substringBefore",
            "sum",
            "toMillis",
            "trim",
            "type",
            "uppercase",
            "zip");

    private static final Set<String> WORDS = Set.of("and", "or", "in", "function", "λ");

    // What holds no calls, then names, then anything else; a slash begins a regular expression where no value is
    // before.
    private static final Pattern PART = Pattern.compile(
            "(?<skipped>\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'|`[^`]*`|/\\*.*?\\*/)"
                    + "|(?<regex>(?<=(?:^|[(,\\[{=<>!&+\\-*%|:?;~])\\s{0,9})/(?:[^/\\\\]++|\\\\.)++/[im]*)"
                    + "|(?<name>\\$?[^\\s.\\[\\]{}(),@#;:?+\\-*/%|=<>^&!~\"'`$]+)(?<call>\\s*\\()?"
                    + "|.",
            Pattern.DOTALL);

    private FunctionCalls() {}

    /** What is wrong with the first call of something that is no function, as a sentence; empty where all is well. */
    static Optional<String> problem(String text) {
        Set<String> variables = variables(text);
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            String name = parts.group("name");
            if (name != null && parts.group("call") != null && !isFunction(name, variables)) {
                return Optional.of("the expression " + text + " is wrong at character " + (parts.start() + 1) + ": "
                        + name + " is no function" + advice(name));
            }
        }
        return Optional.empty();
    }

    private static boolean isFunction(String name, Set<String> variables) {
        return name.startsWith("$")
                ? KNOWN.contains(name.substring(1)) || variables.contains(name)
                : WORDS.contains(name);
    }

    /** Variables that are more than called: bound, or handed on. */
    private static Set<String> variables(String text) {
        Set<String> variables = new HashSet<>();
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            String name = parts.group("name");
            if (name != null && name.startsWith("$") && parts.group("call") == null) {
                variables.add(name);
            }
        }
        return variables;
    }

    private static String advice(String name) {
        String bare = name.startsWith("$") ? name.substring(1) : name;
        return NearestName.of(bare, KNOWN)
                .map(known -> "; did you mean $" + known + "?")
                .orElse("; functions begin with $, such as $sum");
    }
}
