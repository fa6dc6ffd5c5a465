package io.myelin.engine.component;

import io.myelin.engine.component.SettingDeclaration.Kind;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Readers of settings that hold others: lists, maps, groups, and optional ones. */
final class ContainerReaders {
    private ContainerReaders() {}

    /**
     * The reader for a component of a settings record.
     *
     * @param type its Java type
     * @param setting what is declared about it
     * @param around the settings records it stands in, which it must not contain again
     */
    static SettingReader of(Type type, Setting setting, Set<Class<?>> around) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            SettingReader inner = of(arguments[arguments.length - 1], setting, around);
            if (parameterized.getRawType() == List.class) {
                return new ListReader(inner);
            }
            if (parameterized.getRawType() == Optional.class) {
                return new OptionalReader(inner);
            }
            if (parameterized.getRawType() == Map.class && arguments[0] == String.class) {
                return new MapReader(inner);
            }
        }
        if (type == DataRecord.class) {
            return new DataRecordReader();
        }
        if (type instanceof Class<?> plain) {
            Optional<SettingReader> scalar = ScalarReaders.of(plain, setting);
            if (scalar.isPresent()) {
                return scalar.get();
            }
            if (plain.isRecord()) {
                return new GroupReader(RecordReader.of(plain.asSubclass(Record.class), around));
            }
        }
        throw new IllegalArgumentException("settings can't be of type " + type.getTypeName());
    }

    private record ListReader(SettingReader inner) implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            if (!(value instanceof List<?> given)) {
                binding.misfit(pointer, value, Wording.of(Phrase.LIST));
                return null;
            }
            List<Object> elements = new ArrayList<>();
            for (int index = 0; index < given.size(); index++) {
                String at = JsonPointers.child(pointer, index);
                Object element = binding.isUnknown(at) ? null : inner.read(given.get(index), at, binding);
                if (element != null) {
                    elements.add(element);
                }
            }
            return elements.size() == given.size() ? List.copyOf(elements) : null;
        }

        @Override
        public Object written(Object setting) {
            return ((List<?>) setting).stream().map(inner::written).toList();
        }

        @Override
        public Kind kind() {
            return Kind.LIST;
        }

        @Override
        public Optional<Object> absent() {
            return Optional.of(List.of());
        }

        @Override
        public Optional<SettingReader> element() {
            return Optional.of(inner);
        }
    }

    private record MapReader(SettingReader inner) implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            if (!(value instanceof Map<?, ?> given)) {
                binding.misfit(pointer, value, Wording.of(Phrase.OBJECT));
                return null;
            }
            Map<String, Object> entries = new LinkedHashMap<>();
            given.forEach((key, content) -> {
                String name = String.valueOf(key);
                String at = JsonPointers.child(pointer, name);
                Object entry = binding.isUnknown(at) ? null : inner.read(content, at, binding);
                if (entry != null) {
                    entries.put(name, entry);
                }
            });
            return entries.size() == given.size() ? Collections.unmodifiableMap(entries) : null;
        }

        @Override
        public Object written(Object setting) {
            DataRecord.Builder entries = DataRecord.builder();
            ((Map<?, ?>) setting).forEach((name, entry) -> entries.put(String.valueOf(name), inner.written(entry)));
            return entries.build();
        }

        @Override
        public Kind kind() {
            return Kind.MAP;
        }

        @Override
        public Optional<Object> absent() {
            return Optional.of(Map.of());
        }

        @Override
        public Optional<SettingReader> element() {
            return Optional.of(inner);
        }
    }

    private record DataRecordReader() implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            if (!(value instanceof DataRecord)) {
                binding.misfit(pointer, value, Wording.of(Phrase.OBJECT));
                return null;
            }
            return value;
        }

        @Override
        public Kind kind() {
            return Kind.MAP;
        }

        @Override
        public Optional<SettingReader> element() {
            return Optional.of(new AnyElement());
        }
    }

    private record AnyElement() implements SettingReader {
        @Override
        public Object read(Object value, String pointer, SettingsBinding binding) {
            return value;
        }

        @Override
        public Kind kind() {
            return Kind.ANY;
        }
    }

    private record OptionalReader(SettingReader inner) implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            if (value == JsonNull.NULL && inner.kind() != Kind.ANY) {
                return Optional.empty();
            }
            Object present = inner.read(value, pointer, binding);
            return present == null ? null : Optional.of(present);
        }

        @Override
        public Object written(Object setting) {
            // Where it is empty the setting is left out.
            return ((Optional<?>) setting).map(inner::written).orElse(JsonNull.NULL);
        }

        @Override
        public Kind kind() {
            return inner.kind();
        }

        @Override
        public boolean readsText() {
            return inner.readsText();
        }

        @Override
        public Optional<Object> absent() {
            return Optional.of(Optional.empty());
        }

        @Override
        public List<String> choices() {
            return inner.choices();
        }

        @Override
        public Optional<SettingReader> element() {
            return inner.element();
        }

        @Override
        public List<SettingDeclaration> fields() {
            return inner.fields();
        }
    }

    private record GroupReader(RecordReader record) implements SettingReader {
        @Override
        public @Nullable Object read(Object value, String pointer, SettingsBinding binding) {
            if (!(value instanceof DataRecord given)) {
                binding.misfit(pointer, value, Wording.of(Phrase.OBJECT_WITH, NearestName.listed(record.names())));
                return null;
            }
            return record.read(given, pointer, binding);
        }

        @Override
        public Object written(Object setting) {
            return record.written((Record) setting);
        }

        @Override
        public Kind kind() {
            return Kind.GROUP;
        }

        @Override
        public List<SettingDeclaration> fields() {
            return record.declarations();
        }
    }
}
