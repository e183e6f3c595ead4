/**
 * The part of the collecting screen where a lead has a model answer about images: whom to ask, what is asked, and the run.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.collect.answer.AnswerViewModel}; {@link
 * dev.rewarddesk.desktop.collect.answer.Answering} outlives the screen.
 */
@NullMarked
package dev.rewarddesk.desktop.collect.answer;

import org.jspecify.annotations.NullMarked;
