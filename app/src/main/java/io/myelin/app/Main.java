package io.myelin.app;

import java.util.Arrays;

/** Where the {@code myelin} command starts. */
public final class Main {
    private Main() {}

    /** Prints what it was given. */
    public static void main(String[] args) {
        System.out.println(Arrays.toString(args));
    }
}
