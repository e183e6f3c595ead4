package dev.rewarddesk.collect.inspect;

/** What is light and dark in a picture: a value from 0 to 255 for each place, row after row. */
final class Plane {

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
        return new Plane(newWidth, height, acrossTo(newWidth))
                .transposed()
                .narrowedTo(newHeight)
                .transposed();
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

    private Plane narrowedTo(int newWidth) {
        return new Plane(newWidth, height, acrossTo(newWidth));
    }

    private float[] acrossTo(int newWidth) {
        float[] across = new float[newWidth * height];
        float step = (float) width / newWidth;
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int x = 0; x < newWidth; x++) {
                float start = x * step;
                float end = Math.min(width, start + step);
                int last = Math.min(width - 1, (int) end);
                float sum = 0;
                for (int from = (int) start; from <= last; from++) {
                    sum += (Math.min(from + 1, end) - Math.max(from, start)) * values[row + from];
                }
                across[y * newWidth + x] = sum / (end - start);
            }
        }
        return across;
    }

    private Plane transposed() {
        float[] turned = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = values[y * width + x];
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
