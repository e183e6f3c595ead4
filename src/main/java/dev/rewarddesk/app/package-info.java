/**
 * Where the product is put together: the only package that constructs services and sees everything.
 *
 * <p>Start reading at {@link dev.rewarddesk.app.Launcher}.
 */
@NullMarked
package dev.rewarddesk.app;

import org.jspecify.annotations.NullMarked;
