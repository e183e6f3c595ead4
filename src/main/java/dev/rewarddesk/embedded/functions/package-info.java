/**
 * {@code /functions/v1}: which route is which operation of the SQL.
 *
 * <p>Start reading at {@link dev.rewarddesk.embedded.functions.FunctionRoutes}.
 */
@NullMarked
package dev.rewarddesk.embedded.functions;

import org.jspecify.annotations.NullMarked;
