/** The drawing tools: a canvas over Java2D, shapes, colours and numerals made of strokes instead of a font. */
@NullMarked
package dev.rewarddesk.sample.brush;

import org.jspecify.annotations.NullMarked;
