package io.myelin.engine.component;

import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
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

    void misfit(String pointer, Object value, Wording allowed) {
        misfit(pointer, value, allowed, Optional.empty());
    }

    void misfit(String pointer, Object value, Wording allowed, Optional<String> nearest) {
        Wording wording = Wording.of(Phrase.FOUND, Wording.describing(value), allowed);
        problems.add(new SettingProblem(pointer, wording, Optional.of(allowed), nearest));
    }

    void misspelt(String pointer, String name, Collection<String> known) {
        Wording allowed = known.isEmpty() ? Wording.of(Phrase.NO_SETTING) : Wording.of(NearestName.listed(known));
        problems.add(new SettingProblem(
                pointer,
                Wording.of(Phrase.SETTING_UNKNOWN, name, allowed),
                Optional.of(allowed),
                NearestName.of(name, known)));
    }

    void say(String pointer, Wording sentence) {
        problems.add(new SettingProblem(pointer, sentence, Optional.empty(), Optional.empty()));
    }
}
