package io.myelin.app.editor;

import io.myelin.app.command.Secrets;
import io.myelin.app.text.Texts;
import io.myelin.engine.plan.SecretSource;
import java.util.Optional;

/** The secrets that the editor was started with, and where to put more in words of its language. */
record WindowSecrets(SecretSource given) implements SecretSource {
    private static final Texts TEXTS = Texts.of(WindowSecrets.class);

    @Override
    public Optional<String> find(String name) {
        return given.find(name);
    }

    @Override
    public String place(String name) {
        return TEXTS.get("secrets.place", Secrets.variable(name));
    }
}
