package dev.rewarddesk.mcp;

import java.util.List;

/**
 * What a tool answers.
 *
 * @param text for reading
 * @param document the same for programs: a record that is written as the tool's output schema says
 * @param pictures to look at, in the order in which the text names them
 */
record Answer(String text, Object document, List<Shown> pictures) {

    /** Without pictures. */
    Answer(String text, Object document) {
        this(text, document, List.of());
    }
}
