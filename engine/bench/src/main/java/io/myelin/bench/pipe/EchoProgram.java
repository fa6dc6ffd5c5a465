package io.myelin.bench.pipe;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** The child: takes every text out of its frame and sends it back, batched as it came, or each in a frame of its own. */
public final class EchoProgram {
    /** The argument that has it send each text in a frame of its own. */
    static final String ONE_BY_ONE = "one-by-one";

    private EchoProgram() {}

    /** Runs until its input ends. */
    public static void main(String[] arguments) throws IOException {
        boolean oneByOne = arguments.length > 0 && arguments[0].equals(ONE_BY_ONE);
        FrameReader in = new FrameReader(System.in);
        FrameWriter out = new FrameWriter(new FileOutputStream(FileDescriptor.out));
        while (in.next()) {
            while (in.hasText()) {
                out.add(in.text());
                if (oneByOne) {
                    out.flush();
                }
            }
            if (!oneByOne && !in.isMoreThere()) {
                out.flush();
            }
        }
        out.flush();
    }
}
