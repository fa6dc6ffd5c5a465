package io.myelin.engine.run;

/**
 * The turn of one component on the deterministic scheduler, where one runs at a time. A component that waits for the
 * outside would keep everybody waiting; so, under a tasklet or thread, its own code may be said to run outside, and
 * where that takes long the driver takes the turn back and goes on with others. A microprocess keeps its turn: here its
 * methods do nothing, but that {@link #standAside} and {@link #resume} throw IllegalStateException.
 */
public interface Turn {
    /** Code that may wait for the outside follows. By the component's thread. */
    void goOutside();

    /** It is over: waits until it is its turn again, where it had to be given up. By the component's thread. */
    void comeBack();

    /** Gives the turn up until {@link #resume}, as one that takes long outside. By the component's thread. */
    void standAside();

    /** Gives the turn to one that had to give it up; returns when it is over. By the driver. */
    void resume();

    /** Who is told of turns given up and asked for. */
    interface Absences {
        /** The component at {@code path} takes long outside: others go on. By the driver. */
        void left(String path);

        /** It is ready to come back, and waits to be {@linkplain Turn#resume resumed}. By the component's thread. */
        void isBack(String path);
    }
}
