package dev.rewarddesk.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Pictures of kinds that websites show, as many different ones as wanted: the same seed is the same picture. */
final class PaintedScenes {

    private static final int KINDS = 6;

    private PaintedScenes() {}

    static BufferedImage scene(int seed) {
        Random random = new Random(seed * 7919L + 13);
        int width = 480 + random.nextInt(5) * 120;
        int height = 360 + random.nextInt(5) * 90;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        switch (seed % KINDS) {
            case 0 -> clouds(image, random);
            case 1 -> landscape(image, pen, random);
            case 2 -> shapes(image, pen, random);
            case 3 -> page(image, pen, random);
            case 4 -> chart(image, pen, random);
            default -> still(image, pen, random);
        }
        pen.dispose();
        return image;
    }

    /** A small one with shapes alone, painted fast. */
    static BufferedImage sketch(int seed) {
        Random random = new Random(seed * 104_729L + 7);
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.scale(0.25, 0.25);
        BufferedImage large = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_BINARY);
        shapes(large, pen, random);
        pen.dispose();
        return image;
    }

    /** One of many forms that are the same but for what was filled in. */
    static BufferedImage form(int seed) {
        Random random = new Random(seed * 15_485_863L + 3);
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xeeeeee));
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(new Color(0x224488));
        pen.fillRect(0, 0, 640, 40);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        for (int row = 0; row < 8; row++) {
            pen.setColor(Color.DARK_GRAY);
            pen.drawString("Field " + row, 30, 90 + row * 45);
            pen.setColor(Color.WHITE);
            pen.fillRect(160, 68 + row * 45, 420, 32);
            pen.setColor(Color.BLACK);
            pen.drawString(words(random, 1 + random.nextInt(5)), 170, 90 + row * 45);
        }
        pen.dispose();
        return image;
    }

    // Noise with as much in each octave as photographs have.
    private static void clouds(BufferedImage image, Random random) {
        double[][] light = octaves(image.getWidth(), image.getHeight(), random);
        Color dark = colour(random, 0.4);
        Color bright = colour(random, 1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, mixed(dark, bright, light[y][x]).getRGB());
            }
        }
    }

    private static void landscape(BufferedImage image, Graphics2D pen, Random random) {
        int width = image.getWidth();
        int height = image.getHeight();
        Color high = colour(random, 0.9);
        Color low = colour(random, 1);
        for (int y = 0; y < height; y++) {
            pen.setColor(mixed(high, low, (double) y / height));
            pen.drawLine(0, y, width, y);
        }
        pen.setColor(colour(random, 1));
        int sun = 30 + random.nextInt(70);
        pen.fill(new Ellipse2D.Double(random.nextInt(width), random.nextInt(height / 2), sun, sun));
        int ranges = 2 + random.nextInt(4);
        for (int range = 0; range < ranges; range++) {
            double base = height * (0.4 + 0.5 * range / ranges);
            pen.setColor(colour(random, 0.8 - 0.5 * range / ranges));
            Path2D hills = new Path2D.Double();
            hills.moveTo(0, height);
            double[] waves = random.doubles(4, 0, 1).toArray();
            for (int x = 0; x <= width; x += 4) {
                double t = (double) x / width;
                double up =
                        Math.sin(t * 6 * waves[0] + 9 * waves[1]) + 0.5 * Math.sin(t * 20 * waves[2] + 9 * waves[3]);
                hills.lineTo(x, base - up * height * 0.12);
            }
            hills.lineTo(width, height);
            pen.fill(hills);
        }
        for (int tree = random.nextInt(9); tree > 0; tree--) {
            pen.setColor(colour(random, 0.4));
            int x = random.nextInt(width);
            int size = 20 + random.nextInt(60);
            pen.fillRect(x, height - size, size / 6 + 2, size);
            pen.fillOval(x - size / 2, height - 2 * size, size, size);
        }
    }

    private static void shapes(BufferedImage image, Graphics2D pen, Random random) {
        pen.setColor(colour(random, 1));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (int i = 6 + random.nextInt(20); i > 0; i--) {
            pen.setColor(colour(random, 1));
            int x = random.nextInt(image.getWidth()) - 40;
            int y = random.nextInt(image.getHeight()) - 40;
            int wide = 20 + random.nextInt(200);
            int high = 20 + random.nextInt(200);
            switch (random.nextInt(3)) {
                case 0 -> pen.fillRect(x, y, wide, high);
                case 1 -> pen.fillOval(x, y, wide, high);
                default -> {
                    pen.setStroke(new BasicStroke(4 + random.nextInt(20)));
                    pen.drawLine(x, y, x + wide, y + high);
                }
            }
        }
    }

    // Text in paragraphs with a head and at times a figure.
    private static void page(BufferedImage image, Graphics2D pen, Random random) {
        int width = image.getWidth();
        int height = image.getHeight();
        pen.setColor(random.nextInt(4) == 0 ? colour(random, 0.3) : Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(pen.getColor().equals(Color.WHITE) ? Color.BLACK : Color.WHITE);
        int margin = 20 + random.nextInt(60);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 22 + random.nextInt(20)));
        pen.drawString(words(random, 3), margin, margin + 20);
        int size = 11 + random.nextInt(10);
        pen.setFont(new Font(random.nextBoolean() ? Font.SERIF : Font.SANS_SERIF, Font.PLAIN, size));
        int y = margin + 50;
        while (y < height - margin) {
            if (random.nextInt(12) == 0) {
                int high = 40 + random.nextInt(100);
                pen.fillRect(margin + random.nextInt(width / 3), y, 80 + random.nextInt(width / 3), high);
                y += high + size;
            }
            int length = 10 + random.nextInt(60);
            String line = words(random, 14);
            pen.drawString(line.substring(0, Math.min(length, line.length())), margin, y);
            y += size + 4 + (random.nextInt(6) == 0 ? size : 0);
        }
    }

    private static void chart(BufferedImage image, Graphics2D pen, Random random) {
        int width = image.getWidth();
        int height = image.getHeight();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.DARK_GRAY);
        pen.setStroke(new BasicStroke(2));
        pen.drawLine(50, 20, 50, height - 40);
        pen.drawLine(50, height - 40, width - 20, height - 40);
        pen.drawString(words(random, 4), width / 3, 20);
        int bars = 3 + random.nextInt(9);
        int step = (width - 90) / bars;
        for (int i = 0; i < bars; i++) {
            pen.setColor(colour(random, 0.9));
            int high = 10 + random.nextInt(height - 90);
            if (bars % 2 == 0) {
                pen.fillRect(60 + i * step, height - 40 - high, step * 3 / 4, high);
            } else {
                pen.fillOval(60 + i * step, height - 40 - high, step / 2, step / 2);
                pen.drawLine(60 + i * step, height - 40, 60 + i * step + step / 4, height - 40 - high);
            }
        }
    }

    // Things on a table, with shade, before a wall with a pattern.
    private static void still(BufferedImage image, Graphics2D pen, Random random) {
        clouds(image, random);
        int width = image.getWidth();
        int height = image.getHeight();
        pen.setColor(colour(random, 0.7));
        int table = height / 2 + random.nextInt(height / 3);
        pen.fillRect(0, table, width, height - table);
        for (int i = 2 + random.nextInt(6); i > 0; i--) {
            Color own = colour(random, 1);
            int size = 50 + random.nextInt(140);
            int left = random.nextInt(width - 50);
            int top = table - size + random.nextInt(60);
            for (int ring = size; ring > 0; ring -= 4) {
                pen.setColor(mixed(own, own.darker().darker(), (double) ring / size));
                pen.fillOval(left + (size - ring) / 3, top + (size - ring) / 3, ring, ring);
            }
        }
    }

    private static double[][] octaves(int width, int height, Random random) {
        double[][] light = new double[height][width];
        double most = 0;
        for (int cells = 2; cells <= 64; cells *= 2) {
            double[] grid = random.doubles((cells + 2L) * (cells + 2)).toArray();
            double share = 1.0 / cells;
            most += share;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    light[y][x] += share * between(grid, cells, (double) x / width, (double) y / height);
                }
            }
        }
        for (double[] row : light) {
            for (int x = 0; x < width; x++) {
                row[x] = Math.clamp((row[x] / most - 0.5) * 1.8 + 0.5, 0, 1);
            }
        }
        return light;
    }

    private static double between(double[] grid, int cells, double x, double y) {
        int column = (int) (x * cells);
        int row = (int) (y * cells);
        double right = smooth(x * cells - column);
        double down = smooth(y * cells - row);
        int at = row * (cells + 2) + column;
        double above = grid[at] * (1 - right) + grid[at + 1] * right;
        double below = grid[at + cells + 2] * (1 - right) + grid[at + cells + 3] * right;
        return above * (1 - down) + below * down;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static Color colour(Random random, double brightness) {
        return Color.getHSBColor(random.nextFloat(), 0.2f + 0.7f * random.nextFloat(), (float)
                (brightness * (0.6 + 0.4 * random.nextDouble())));
    }

    private static Color mixed(Color one, Color other, double share) {
        return new Color(
                (int) (one.getRed() * (1 - share) + other.getRed() * share),
                (int) (one.getGreen() * (1 - share) + other.getGreen() * share),
                (int) (one.getBlue() * (1 - share) + other.getBlue() * share));
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int letter = 2 + random.nextInt(8); letter > 0; letter--) {
                words.append((char) ('a' + random.nextInt(26)));
            }
            words.append(' ');
        }
        return words.toString();
    }
}
