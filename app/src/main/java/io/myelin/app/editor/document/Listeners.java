package io.myelin.app.editor.document;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Those who want to be told of something, in the order they came. One may come or go while the others are told.
 *
 * @param <E> what they are told
 */
public final class Listeners<E> {
    private final List<Registration<E>> registrations = new CopyOnWriteArrayList<>();

    /** Adds a listener. */
    public Subscription add(Consumer<? super E> listener) {
        Registration<E> registration = new Registration<>(listener::accept);
        registrations.add(registration);
        return () -> registrations.remove(registration);
    }

    /** Tells all of them. */
    public void tell(E event) {
        registrations.forEach(registration -> registration.listener.accept(event));
    }

    /** One listener; the same one may be registered twice, hence identity. */
    private static final class Registration<E> {
        private final Consumer<E> listener;

        private Registration(Consumer<E> listener) {
            this.listener = listener;
        }
    }
}
