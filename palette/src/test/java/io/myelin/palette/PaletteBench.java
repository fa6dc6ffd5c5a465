package io.myelin.palette;

import io.myelin.engine.component.BoundSettings;
import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.run.ComponentBench;
import java.nio.file.Path;

/** Puts palette components on the engine's bench, with settings as graph files write them. */
public final class PaletteBench {
    private PaletteBench() {}

    /** A bench for a component with {@code settings}, JSON; throws IllegalArgumentException where they do not fit. */
    public static ComponentBench bench(Class<? extends Component> component, String settings) {
        return ComponentBench.of(component, settings(component, settings));
    }

    /** The settings record for {@code json}; throws IllegalArgumentException with all that does not fit. */
    public static Record settings(Class<? extends Component> component, String json) {
        BoundSettings bound = bound(component, json);
        return bound.settings()
                .orElseThrow(() -> new IllegalArgumentException(bound.problems().toString()));
    }

    /** The settings record for {@code json}, or what does not fit. */
    public static BoundSettings bound(Class<? extends Component> component, String json) {
        return ComponentType.of(component)
                .settings()
                .bind((DataRecord) JsonValues.parse(json), Path.of("").toAbsolutePath());
    }
}
