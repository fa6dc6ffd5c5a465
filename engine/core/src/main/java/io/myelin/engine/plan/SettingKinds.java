package io.myelin.engine.plan;

import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.component.SettingDeclaration.Kind;
import io.myelin.engine.graph.GraphParameter;
import io.myelin.engine.graph.ParameterType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What kinds of values the parts of settings take, as far as declared. */
sealed interface SettingKinds {
    /** What values this part takes; empty where nothing is declared about it. */
    Optional<Kind> kind();

    /** The field {@code name} of this part. */
    SettingKinds field(String name);

    /** The elements of this part. */
    SettingKinds element();

    /** The settings that {@code declarations} declare. */
    static SettingKinds of(List<SettingDeclaration> declarations) {
        return new Group(declarations);
    }

    /** The settings of a component that stands for a graph with {@code parameters}. */
    static SettingKinds of(Map<String, GraphParameter> parameters) {
        return new Parameters(parameters);
    }

    /** Nothing declared. */
    record Undeclared() implements SettingKinds {
        @Override
        public Optional<Kind> kind() {
            return Optional.empty();
        }

        @Override
        public SettingKinds field(String name) {
            return this;
        }

        @Override
        public SettingKinds element() {
            return this;
        }
    }

    /** A group of settings. */
    record Group(List<SettingDeclaration> fields) implements SettingKinds {
        @Override
        public Optional<Kind> kind() {
            return Optional.of(Kind.GROUP);
        }

        @Override
        public SettingKinds field(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .<SettingKinds>map(Declared::new)
                    .orElse(new Undeclared());
        }

        @Override
        public SettingKinds element() {
            return new Undeclared();
        }
    }

    /** One setting. */
    record Declared(SettingDeclaration declaration) implements SettingKinds {
        @Override
        public Optional<Kind> kind() {
            return Optional.of(declaration.kind());
        }

        @Override
        public SettingKinds field(String name) {
            return declaration.kind() == Kind.MAP ? element() : new Group(declaration.fields()).field(name);
        }

        @Override
        public SettingKinds element() {
            return declaration.element().<SettingKinds>map(Declared::new).orElse(new Undeclared());
        }
    }

    /** The parameters of a graph. */
    record Parameters(Map<String, GraphParameter> parameters) implements SettingKinds {
        @Override
        public Optional<Kind> kind() {
            return Optional.of(Kind.GROUP);
        }

        @Override
        public SettingKinds field(String name) {
            GraphParameter parameter = parameters.get(name);
            return parameter == null ? new Undeclared() : new OfParameter(parameter.type());
        }

        @Override
        public SettingKinds element() {
            return new Undeclared();
        }
    }

    /** One parameter. */
    record OfParameter(ParameterType type) implements SettingKinds {
        @Override
        public Optional<Kind> kind() {
            return Optional.of(
                    switch (type) {
                        case TEXT, SECRET -> Kind.TEXT;
                        case INTEGER -> Kind.INTEGER;
                        case NUMBER -> Kind.NUMBER;
                        case BOOLEAN -> Kind.BOOLEAN;
                        case PATH -> Kind.PATH;
                        case DURATION -> Kind.DURATION;
                    });
        }

        @Override
        public SettingKinds field(String name) {
            return new Undeclared();
        }

        @Override
        public SettingKinds element() {
            return new Undeclared();
        }
    }
}
