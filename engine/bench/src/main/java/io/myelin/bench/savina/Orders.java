package io.myelin.bench.savina;

import java.util.SplittableRandom;

/** The orders that a teller gives: amounts at random, between accounts at random, always from a lower number to a higher. */
final class Orders {
    /** What each account begins with. */
    static final double BALANCE = Double.MAX_VALUE / 1e300;

    private static final double LARGEST = 1000;

    private final SplittableRandom random = new SplittableRandom(123_456);
    private final int accounts;

    /**
     * An order.
     *
     * @param from the account that pays
     * @param to the account that is paid
     * @param amount how much
     */
    record Order(int from, int to, double amount) {}

    /** Between so many accounts, 10 at least. */
    Orders(int accounts) {
        this.accounts = accounts;
    }

    /** The next one. */
    Order next() {
        int from = random.nextInt(accounts / 10 * 8);
        int to = from + Math.max(1, random.nextInt(accounts - from));
        return new Order(from, to, random.nextDouble() * LARGEST);
    }
}
