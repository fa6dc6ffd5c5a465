package io.myelin.engine.component;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The types of component at hand, by id. Immutable; safe from any thread. */
public final class ComponentCatalog {
    private final Map<String, ComponentType> types;

    private ComponentCatalog(Map<String, ComponentType> types) {
        this.types = Collections.unmodifiableMap(types);
    }

    /** All that the {@link ComponentLibrary} services on the class and module path offer. */
    public static ComponentCatalog installed() {
        return of(ServiceLoader.load(ComponentLibrary.class).stream()
                .flatMap(library -> library.get().components().stream())
                .map(ComponentType::of)
                .toList());
    }

    /** As {@link #installed()}, described to people in {@code language} as far as each library can. */
    public static ComponentCatalog installed(Locale language) {
        return of(ServiceLoader.load(ComponentLibrary.class).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(library -> {
                    ComponentWords words = library.words(language);
                    return library.components().stream()
                            .map(component -> ComponentType.of(component).in(words));
                })
                .toList());
    }

    /** These types; throws IllegalArgumentException where two share an id. */
    public static ComponentCatalog of(Collection<ComponentType> types) {
        Map<String, ComponentType> byId = new TreeMap<>();
        for (ComponentType type : types) {
            ComponentType other = byId.put(type.id(), type);
            if (other != null) {
                throw new IllegalArgumentException("two components have the id '" + type.id() + "': "
                        + other.componentClass().getName() + " and "
                        + type.componentClass().getName());
            }
        }
        return new ComponentCatalog(byId);
    }

    /** The type with this id. */
    public Optional<ComponentType> find(String id) {
        return Optional.ofNullable(types.get(id));
    }

    /** All types, sorted by id. */
    public Collection<ComponentType> types() {
        return types.values();
    }
}
