package io.myelin.engine.component;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.JsonTextException;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an object into a settings record. */
final class RecordReader {
    private static final Path ANY_FOLDER = Path.of("").toAbsolutePath();

    private final Constructor<? extends Record> constructor;
    private final List<Field> fields;

    /** One component of the record: what it declares and what reads it. */
    private record Field(SettingDeclaration declaration, SettingReader reader, Method accessor) {}

    private RecordReader(Constructor<? extends Record> constructor, List<Field> fields) {
        this.constructor = constructor;
        this.fields = fields;
    }

    /** The reader for {@code type}; throws IllegalArgumentException, naming the flaw, where its declarations have one. */
    static RecordReader of(Class<? extends Record> type, Set<Class<?>> around) {
        Set<Class<?>> inside = new HashSet<>(around);
        if (!inside.add(type)) {
            throw new IllegalArgumentException("the settings record " + type.getName() + " contains itself");
        }
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            try {
                fields.add(field(component, inside));
            } catch (IllegalArgumentException flaw) {
                throw new IllegalArgumentException(
                        type.getName() + "." + component.getName() + ": " + flaw.getMessage(), flaw);
            }
        }
        return new RecordReader(canonicalConstructor(type), List.copyOf(fields));
    }

    private static Constructor<? extends Record> canonicalConstructor(Class<? extends Record> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalArgumentException(type.getName() + " has no canonical constructor", impossible);
        }
    }

    private static Field field(RecordComponent component, Set<Class<?>> inside) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalArgumentException("it has no @Setting");
        }
        SettingReader reader = ContainerReaders.of(component.getGenericType(), setting, inside);
        Optional<Object> defaultValue =
                setting.defaultValue().isEmpty() ? Optional.empty() : Optional.of(defaultValue(setting, reader));
        boolean required = defaultValue.isEmpty() && reader.absent().isEmpty();
        return new Field(
                declaration(component.getName(), setting, reader, defaultValue, required),
                reader,
                component.getAccessor());
    }

    private static SettingDeclaration declaration(
            String name, Setting setting, SettingReader reader, Optional<Object> defaultValue, boolean required) {
        return new SettingDeclaration(
                name,
                reader.kind(),
                setting.help(),
                defaultValue,
                required,
                setting.unit(),
                setting.example(),
                setting.form(),
                setting.min() == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(setting.min()),
                setting.max() == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(setting.max()),
                reader.choices(),
                reader.element().map(element -> declaration(name, setting, element, Optional.empty(), true)),
                reader.fields());
    }

    private static Object defaultValue(Setting setting, SettingReader reader) {
        Object value = readDefault(setting.defaultValue(), reader);
        SettingsBinding trial = new SettingsBinding(ANY_FOLDER, Set.of(), GraphFinder.NONE);
        if (reader.read(value, "", trial) == null) {
            String why = trial.problems().stream()
                    .map(SettingProblem::sentence)
                    .findFirst()
                    .orElse("");
            throw new IllegalArgumentException("its default does not fit: " + why);
        }
        return value;
    }

    private static Object readDefault(String text, SettingReader reader) {
        if (reader.readsText() && !(text.length() > 1 && text.startsWith("\"") && text.endsWith("\""))) {
            return text;
        }
        try {
            return JsonValues.parse(text);
        } catch (JsonTextException malformed) {
            throw new IllegalArgumentException("its default is not JSON: " + malformed.getMessage(), malformed);
        }
    }

    List<SettingDeclaration> declarations() {
        return fields.stream().map(Field::declaration).toList();
    }

    List<String> names() {
        return fields.stream().map(field -> field.declaration().name()).toList();
    }

    /** The record; null, with every problem said, where something does not fit or is not known yet. */
    @Nullable
    Record read(DataRecord given, String pointer, SettingsBinding binding) {
        return read(given, pointer, binding, declarations());
    }

    /** As above, with help out of {@code described}, which are the declarations as people read them. */
    @Nullable
    Record read(DataRecord given, String pointer, SettingsBinding binding, List<SettingDeclaration> described) {
        List<String> names = names();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                binding.misspelt(JsonPointers.child(pointer, name), name, names);
            }
        }
        Object[] arguments = new Object[fields.size()];
        boolean complete = true;
        for (int index = 0; index < arguments.length; index++) {
            Object argument = argument(fields.get(index), described.get(index).help(), given, pointer, binding);
            complete &= argument != null;
            if (argument != null) {
                arguments[index] = argument;
            }
        }
        return complete ? create(arguments, pointer, binding) : null;
    }

    private static @Nullable Object argument(
            Field field, String help, DataRecord given, String pointer, SettingsBinding binding) {
        SettingDeclaration declaration = field.declaration();
        String at = JsonPointers.child(pointer, declaration.name());
        if (binding.isUnknown(at)) {
            return null;
        }
        Object value = given.get(declaration.name());
        if (value != null) {
            return field.reader().read(value, at, binding);
        }
        if (declaration.defaultValue().isPresent()) {
            return field.reader().read(declaration.defaultValue().get(), at, binding);
        }
        Optional<Object> absent = field.reader().absent();
        if (absent.isEmpty()) {
            binding.say(
                    pointer,
                    help.isEmpty()
                            ? Wording.of(Phrase.SETTING_MISSING, declaration.name())
                            : Wording.of(Phrase.SETTING_MISSING_FOR, declaration.name(), help));
            return null;
        }
        return absent.get();
    }

    /** The values that {@link #read} makes {@code record} of again; what is empty is left out. */
    DataRecord written(Record record) {
        DataRecord.Builder values = DataRecord.builder();
        for (Field field : fields) {
            Object setting = valueOf(field, record);
            if (setting != null && !setting.equals(Optional.empty())) {
                values.put(field.declaration().name(), field.reader().written(setting));
            }
        }
        return values.build();
    }

    private @Nullable Object valueOf(Field field, Record record) {
        try {
            field.accessor().setAccessible(true);
            return field.accessor().invoke(record);
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            throw closed(closed);
        }
    }

    private @Nullable Record create(Object[] arguments, String pointer, SettingsBinding binding) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case IllegalArgumentException unfit ->
                    binding.say(pointer, Wording.of(String.valueOf(unfit.getMessage())));
                case RuntimeException flaw -> throw flaw;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(thrown.getCause());
            }
            return null;
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            throw closed(closed);
        }
    }

    private IllegalStateException closed(Exception closed) {
        return new IllegalStateException(
                "settings can't be read into or out of "
                        + constructor.getDeclaringClass().getName()
                        + ": its module must open its package to io.myelin.engine",
                closed);
    }
}
