package io.myelin.bench.load;

/** Work that is set up once and then done again and again, from one thread. Closing it ends whatever it started. */
public interface Load extends AutoCloseable {
    /** Does the work once; throws IllegalStateException where not everything arrived, or not in order. */
    void run() throws InterruptedException;

    @Override
    void close();
}
