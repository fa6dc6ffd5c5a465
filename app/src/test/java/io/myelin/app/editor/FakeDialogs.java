package io.myelin.app.editor;

import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.file.Question;
import io.myelin.app.editor.file.SavedKind;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Dialogs that answer as a test has told them, and remember what was asked and said. */
public final class FakeDialogs implements Dialogs {
    private final Deque<String> answers = new ArrayDeque<>();
    private final Deque<List<Path>> opens = new ArrayDeque<>();
    private final Deque<Optional<Path>> saves = new ArrayDeque<>();
    private final Deque<Optional<Path>> choices = new ArrayDeque<>();
    private final List<Question<?>> questions = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<Path> suggestions = new ArrayList<>();

    /** The next question is answered by pressing the button called {@code label}. */
    public FakeDialogs answer(String label) {
        answers.add(label);
        return this;
    }

    /** The next choice of graphs to open gives these. */
    public FakeDialogs open(Path... files) {
        opens.add(List.of(files));
        return this;
    }

    /** The next choice of where to save gives this. */
    public FakeDialogs saveTo(Path file) {
        saves.add(Optional.of(file));
        return this;
    }

    /** The next choice of where to save is called off. */
    public FakeDialogs saveNowhere() {
        saves.add(Optional.empty());
        return this;
    }

    /** The next choice of a path for a setting gives this. */
    public FakeDialogs choose(Path path) {
        choices.add(Optional.of(path));
        return this;
    }

    /** What was asked. */
    public List<Question<?>> questions() {
        return List.copyOf(questions);
    }

    /** Title and text of each error shown. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** What was filled in each time that somebody was asked where to save. */
    public List<Path> suggestions() {
        return List.copyOf(suggestions);
    }

    @Override
    public List<Path> chooseGraphsToOpen(Path folder) {
        return opens.isEmpty() ? List.of() : opens.remove();
    }

    @Override
    public Optional<Path> choosePlace(SavedKind kind, Path suggestion) {
        suggestions.add(suggestion);
        return saves.isEmpty() ? Optional.empty() : saves.remove();
    }

    @Override
    public Optional<Path> choosePath(PathKind kind, Path start) {
        return choices.isEmpty() ? Optional.empty() : choices.remove();
    }

    @Override
    public <A> Optional<A> ask(Question<A> question) {
        questions.add(question);
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        String label = answers.remove();
        return Optional.of(question.answers().stream()
                .filter(answer -> answer.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no answer '" + label + "' to: " + question))
                .meaning());
    }

    @Override
    public void showError(String title, String text) {
        errors.add(title + "\n" + text);
    }
}
