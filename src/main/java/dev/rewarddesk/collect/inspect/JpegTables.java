package dev.rewarddesk.collect.inspect;

import java.nio.ByteBuffer;

/** Says from a JPEG's quantisation tables how much its compression left. */
final class JpegTables {

    /** The sum of the luminance table in ITU-T T.81, table K.1, from which encoders make theirs by scaling. */
    private static final int LUMINANCE_SUM = 3688;

    private static final int ENTRIES = 64;

    private JpegTables() {}

    /**
     * The setting from 0 to 1 that made the luminance table, had the Independent JPEG Group's encoder made it: {@code
     * jpeg_quality_scaling} in libjpeg's jcparam.c turned around, as Kornblum, <i>Using JPEG quantization tables to identify imagery
     * processed by software</i>, Digital Investigation 5 (2008), does to tell cameras from software. Below a quarter it says somewhat more, as a table's entries end at 255. 1 where there is no such
     * table.
     *
     * @param segment one or several tables
     */
    static double quality(ByteBuffer segment) {
        double quality = 1;
        while (segment.hasRemaining()) {
            int head = segment.get() & 0xff;
            boolean wide = head >> 4 != 0;
            long sum = 0;
            for (int i = 0; i < ENTRIES; i++) {
                sum += wide ? segment.getShort() & 0xffff : segment.get() & 0xff;
            }
            if ((head & 0xf) == 0) {
                quality = ofScale(100.0 * sum / LUMINANCE_SUM);
            }
        }
        return quality;
    }

    private static double ofScale(double percent) {
        double setting = percent <= 100 ? (200 - percent) / 2 : 5000 / percent;
        return Math.clamp(setting / 100, 0, 1);
    }
}
