package io.myelin.engine.component;

import io.myelin.engine.message.MessageText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One reading of settings: where relative paths start, what is not known yet, and the problems found so far. */
final class SettingsBinding {
    private final Path folder;
    private final Set<String> unknown;
    private final GraphFinder graphs;
    private final List<SettingProblem> problems = new ArrayList<>();

    SettingsBinding(Path folder, Set<String> unknown, GraphFinder graphs) {
        this.folder = folder;
        this.unknown = unknown;
        this.graphs = graphs;
    }

    GraphFinder graphs() {
        return graphs;
    }

    Path folder() {
        return folder;
    }

    List<SettingProblem> problems() {
        return problems;
    }

    boolean isUnknown(String pointer) {
        return unknown.contains(pointer);
    }

    void misfit(String pointer, Object value, String allowed) {
        problems.add(new SettingProblem(pointer, MessageText.describe(value), allowed, Optional.empty()));
    }

    void misspelt(String pointer, String name, String what, Collection<String> known) {
        String allowed = known.isEmpty() ? "no " + what + " at all" : NearestName.listed(known);
        problems.add(new SettingProblem(
                pointer, "the unknown " + what + " \"" + name + "\"", allowed, NearestName.of(name, known)));
    }

    void say(String pointer, String sentence) {
        problems.add(new SettingProblem(pointer, sentence, "", Optional.empty()));
    }
}
