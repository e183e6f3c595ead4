/**
 * One class a picture. Counts and colours in a scene are what {@code assets/sample/responses.jsonl} is right or wrong
 * about: whoever changes a scene reads its lines there again.
 */
@NullMarked
package dev.rewarddesk.sample.scene;

import org.jspecify.annotations.NullMarked;
