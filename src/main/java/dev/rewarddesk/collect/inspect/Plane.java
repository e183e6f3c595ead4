package dev.rewarddesk.collect.inspect;

/** What is light and dark in a picture: a value from 0 to 255 for each place, row after row. */
final class Plane {

    private static final int SQUARE = 16;

    private final int width;
    private final int height;
    private final float[] values;

    /** @param values not copied; nobody changes them */
    Plane(int width, int height, float[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Not a copy. */
    float[] values() {
        return values;
    }

    /** This plane in another size, each value the mean of what it covers, or part of one where there are fewer. */
    Plane scaledTo(int newWidth, int newHeight) {
        Spans columns = new Spans(width, newWidth);
        float[] across = new float[newWidth * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < newWidth; x++) {
                across[y * newWidth + x] = columns.mean(x, values, y * width, 1);
            }
        }
        Spans rows = new Spans(height, newHeight);
        float[] both = new float[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                both[y * newWidth + x] = rows.mean(y, across, x, newWidth);
            }
        }
        return new Plane(newWidth, newHeight, both);
    }

    /** As it is to be seen where EXIF says that number from 1 to 8. */
    Plane turned(int orientation) {
        return switch (orientation) {
            case 2 -> mirrored();
            case 3 -> mirrored().upsideDown();
            case 4 -> upsideDown();
            case 5 -> transposed();
            case 6 -> transposed().mirrored();
            case 7 -> transposed().mirrored().upsideDown();
            case 8 -> transposed().upsideDown();
            default -> this;
        };
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    // In squares that stay in the processor's nearest memory.
    private Plane transposed() {
        float[] turned = new float[values.length];
        for (int top = 0; top < height; top += SQUARE) {
            int bottom = Math.min(height, top + SQUARE);
            for (int left = 0; left < width; left += SQUARE) {
                int right = Math.min(width, left + SQUARE);
                for (int x = left; x < right; x++) {
                    for (int y = top; y < bottom; y++) {
                        turned[x * height + y] = values[y * width + x];
                    }
                }
            }
        }
        return new Plane(height, width, turned);
    }

    private Plane mirrored() {
        float[] turned = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[y * width + x] = values[y * width + width - 1 - x];
            }
        }
        return new Plane(width, height, turned);
    }

    private Plane upsideDown() {
        float[] turned = new float[values.length];
        for (int y = 0; y < height; y++) {
            System.arraycopy(values, (height - 1 - y) * width, turned, y * width, width);
        }
        return new Plane(width, height, turned);
    }
}
