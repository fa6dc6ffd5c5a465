package io.myelin.engine.component;

import java.util.List;

/** What a jar offers: named in {@code META-INF/services} (and {@code module-info}), found through ServiceLoader. */
public interface ComponentLibrary {
    /** The classes of its components. */
    List<Class<? extends Component>> components();
}
