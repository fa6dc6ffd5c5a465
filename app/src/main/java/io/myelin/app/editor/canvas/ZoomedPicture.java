package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is shown larger or smaller for a moment. Its pixels are put in their places here: where no graphics
 * processor helps, that takes a third of the time in which a bitmap is drawn at another size. For the window's thread.
 */
final class ZoomedPicture extends ImageView {
    private @Nullable WritableImage taken;
    private int[] source = new int[0];
    private int sourceWidth;
    private int sourceHeight;
    private Bounds area = new Bounds(0, 0, 0, 0);
    private double outputScale = 1;
    private @Nullable Frame current;
    private @Nullable Frame other;

    ZoomedPicture() {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Whether it is of use: a graphics processor shows bitmaps at any size at no cost. */
    static boolean isWorthwhile() {
        return !Platform.isSupported(ConditionalFeature.SCENE3D);
    }

    /** Takes a picture of {@code area} of {@code content}, with so many pixels of the screen for each of the window's. */
    void take(Node content, Bounds wanted, double scale) {
        area = wanted;
        outputScale = scale;
        sourceWidth = (int) Math.ceil(wanted.width() * scale);
        sourceHeight = (int) Math.ceil(wanted.height() * scale);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(new Scale(scale, scale));
        parameters.setViewport(new Rectangle2D(wanted.x() * scale, wanted.y() * scale, sourceWidth, sourceHeight));
        WritableImage known = taken;
        boolean fits = known != null && known.getWidth() == sourceWidth && known.getHeight() == sourceHeight;
        WritableImage image = content.snapshot(parameters, fits ? known : null);
        taken = image;
        if (source.length != sourceWidth * sourceHeight) {
            source = new int[sourceWidth * sourceHeight];
        }
        image.getPixelReader()
                .getPixels(
                        0, 0, sourceWidth, sourceHeight, PixelFormat.getIntArgbPreInstance(), source, 0, sourceWidth);
    }

    /** Shows the content {@code zoom} times as large, from {@code dx} and {@code dy} on, in so much of the window. */
    void show(double zoom, double dx, double dy, double width, double height) {
        Frame next = other;
        other = current;
        int frameWidth = (int) Math.ceil(width * outputScale);
        int frameHeight = (int) Math.ceil(height * outputScale);
        // Two by turns: the thread that renders may still read the one.
        if (next == null || next.width != frameWidth || next.height != frameHeight) {
            next = new Frame(frameWidth, frameHeight);
        }
        current = next;
        int[] columns = places(frameWidth, zoom, dx, area.x(), sourceWidth);
        int[] rows = places(frameHeight, zoom, dy, area.y(), sourceHeight);
        int first = firstInside(columns);
        int end = first;
        while (end < frameWidth && columns[end] >= 0) {
            end++;
        }
        for (int y = 0; y < frameHeight; y++) {
            int at = y * frameWidth;
            if (rows[y] < 0) {
                Arrays.fill(next.pixels, at, at + frameWidth, 0);
            } else if (y > 0 && rows[y] == rows[y - 1]) {
                System.arraycopy(next.pixels, at - frameWidth, next.pixels, at, frameWidth);
            } else {
                Arrays.fill(next.pixels, at, at + first, 0);
                copyRow(rows[y] * sourceWidth, columns, first, end, next.pixels, at);
                Arrays.fill(next.pixels, at + end, at + frameWidth, 0);
            }
        }
        next.buffer.updateBuffer(_ -> null);
        setImage(next.image);
        setFitWidth(frameWidth / outputScale);
        setFitHeight(frameHeight / outputScale);
        setVisible(true);
    }

    /** Lets go of all pixels. */
    void forget() {
        setVisible(false);
        setImage(null);
        taken = null;
        source = new int[0];
        current = null;
        other = null;
    }

    private void copyRow(int from, int[] columns, int first, int end, int[] pixels, int at) {
        for (int x = first; x < end; x++) {
            pixels[at + x] = source[from + columns[x]];
        }
    }

    /** For each pixel along one side of the frame which of the picture's it shows; less than 0 for none. */
    private int[] places(int count, double zoom, double shift, double start, int most) {
        int[] places = new int[count];
        for (int at = 0; at < count; at++) {
            double inContent = ((at + 0.5) / outputScale - shift) / zoom;
            int place = (int) Math.floor((inContent - start) * outputScale);
            places[at] = place < most ? Math.max(-1, place) : -1;
        }
        return places;
    }

    private static int firstInside(int[] places) {
        int first = 0;
        while (first < places.length && places[first] < 0) {
            first++;
        }
        return first;
    }

    /** What is put on the screen. */
    private static final class Frame {
        private final int width;
        private final int height;
        private final int[] pixels;
        private final PixelBuffer<IntBuffer> buffer;
        private final WritableImage image;

        private Frame(int width, int height) {
            this.width = width;
            this.height = height;
            this.pixels = new int[width * height];
            this.buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            this.image = new WritableImage(buffer);
        }
    }
}
