package io.myelin.bench.pipe;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** The child: takes every text out of its frame and sends it back, batched as it came. */
public final class EchoProgram {
    private EchoProgram() {}

    /** Runs until its input ends. */
    public static void main(String[] arguments) throws IOException {
        FrameReader in = new FrameReader(System.in);
        FrameWriter out = new FrameWriter(new FileOutputStream(FileDescriptor.out));
        while (in.next()) {
            while (in.hasText()) {
                out.add(in.text());
            }
            if (!in.isMoreThere()) {
                out.flush();
            }
        }
        out.flush();
    }
}
