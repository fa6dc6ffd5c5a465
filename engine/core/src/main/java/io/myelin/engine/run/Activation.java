package io.myelin.engine.run;

/** What a microprocess does each time it is woken, and what it can do without while its worker rests. */
interface Activation extends Runnable {
    /**
     * {@code worker}, which it is pinned to, has nobody to run: storage that is made anew when needed may go. By that
     * worker's thread, which runs nobody meanwhile.
     */
    void giveBackStorage(Worker worker);
}
