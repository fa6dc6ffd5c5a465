package io.myelin.app.editor.action;

import io.myelin.app.editor.document.Listeners;
import io.myelin.app.editor.document.Subscription;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that somebody chose for actions in place of the usual ones, kept in a file of one line an action:
 * {@code edit.undo = Shortcut+Z, Alt+BACK_SPACE}. A line that cannot be read is noted in the log, and its action has its
 * usual keys; the line stays. Used on the window's thread.
 */
public final class KeyBindings {
    private static final Logger LOG = LoggerFactory.getLogger(KeyBindings.class);
    private static final String NAME = "keys.properties";

    private final Optional<Path> file;
    private final Map<String, List<ActionKey>> chosen = new TreeMap<>();
    private final Map<String, String> unread = new TreeMap<>();
    private final Listeners<KeyBindings> listeners = new Listeners<>();

    /** Nothing chosen, and nothing kept. */
    public KeyBindings() {
        file = Optional.empty();
    }

    /** What is kept in {@code folder}, which need not be there. */
    public KeyBindings(Path folder) {
        Path kept = folder.resolve(NAME);
        file = Optional.of(kept);
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(kept, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (NoSuchFileException nothingChosen) {
            return;
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("The keys in {} cannot be read, so all are the usual ones: {}", kept, unreadable.toString());
            return;
        }
        lines.stringPropertyNames().forEach(id -> read(id, lines.getProperty(id), kept));
    }

    private void read(String id, String line, Path from) {
        List<ActionKey> keys = new ArrayList<>();
        try {
            for (String text : line.split(",", -1)) {
                if (!text.isBlank()) {
                    keys.add(ActionKey.parse(text.strip()));
                }
            }
            chosen.put(id, List.copyOf(keys));
        } catch (IllegalArgumentException noKey) {
            LOG.warn("{}: the keys of '{}' cannot be read: '{}': {}", from, id, line, noKey.getMessage());
            unread.put(id, line);
        }
    }

    /** The keys chosen for the action {@code id}, maybe none; empty where nothing was chosen. */
    public Optional<List<ActionKey>> chosen(String id) {
        return Optional.ofNullable(chosen.get(id));
    }

    /** All that was chosen, by action. */
    public Map<String, List<ActionKey>> all() {
        return Collections.unmodifiableMap(chosen);
    }

    /** Chooses keys for actions, none where the list is empty, and keeps that. */
    public void choose(Map<String, List<ActionKey>> keys) {
        keys.forEach((id, list) -> {
            chosen.put(id, List.copyOf(list));
            unread.remove(id);
        });
        changed();
    }

    /** Gives the action {@code id} its usual keys back. */
    public void reset(String id) {
        if (chosen.remove(id) != null | unread.remove(id) != null) {
            changed();
        }
    }

    /** Gives all actions their usual keys back. */
    public void resetAll() {
        chosen.clear();
        unread.clear();
        changed();
    }

    /** Tells {@code listener} after each change. */
    public Subscription onChange(Consumer<? super KeyBindings> listener) {
        return listeners.add(listener);
    }

    private void changed() {
        file.ifPresent(this::write);
        listeners.tell(this);
    }

    private void write(Path kept) {
        Map<String, String> lines = new TreeMap<>(unread);
        chosen.forEach(
                (id, keys) -> lines.put(id, keys.stream().map(ActionKey::text).collect(Collectors.joining(", "))));
        StringBuilder text = new StringBuilder("# Keys of the Myelin editor that are not the usual ones\n");
        lines.forEach((id, line) ->
                text.append(id).append(" = ").append(line.replace("\\", "\\\\")).append('\n'));
        Path beside = kept.resolveSibling(NAME + ".new");
        try {
            Files.createDirectories(kept.toAbsolutePath().getParent());
            Files.writeString(beside, text);
            Files.move(beside, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notWritten) {
            LOG.warn("The keys cannot be written to {}: {}", kept, notWritten.toString());
        }
    }
}
