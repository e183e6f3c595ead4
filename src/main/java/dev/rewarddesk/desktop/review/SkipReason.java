package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.text.Texts;

/** The ready reasons to skip an item. */
enum SkipReason {
    NOT_SURE,
    NOT_MY_SUBJECT,
    NOT_MY_LANGUAGE,
    UNCLEAR_PROMPT;

    /** Its words, which are what is told to the workspace. */
    String text() {
        return Texts.of("skip.", this);
    }
}
