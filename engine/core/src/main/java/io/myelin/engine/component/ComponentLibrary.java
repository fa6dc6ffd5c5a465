package io.myelin.engine.component;

import java.util.List;
import java.util.Locale;

/** What a jar offers: named in {@code META-INF/services} (and {@code module-info}), found through ServiceLoader. */
public interface ComponentLibrary {
    /** The classes of its components. */
    List<Class<? extends Component>> components();

    /** What people read about them in {@code language}; where it has none, components are read as they are written. */
    default ComponentWords words(Locale language) {
        return ComponentWords.NONE;
    }
}
