/**
 * {@code docs/openapi.yaml} as what it is: a promise. Every exchange of the tests with the functions is held against it, on every mouth.
 *
 * <p>Start reading at {@link dev.rewarddesk.openapi.Promise}.
 */
@NullMarked
package dev.rewarddesk.openapi;

import org.jspecify.annotations.NullMarked;
