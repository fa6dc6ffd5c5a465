package io.myelin.engine.plan;

import java.util.Optional;

/** Where secrets come from. Asked on whatever thread plans. */
@FunctionalInterface
public interface SecretSource {
    /** The secret of this name. */
    Optional<String> find(String name);

    /**
     * For people who have to put the secret there: where it is looked for, in words that go on from "it is looked for in".
     * Empty where there is no such place.
     */
    default String place(String name) {
        return "";
    }
}
