/**
 * HTTP itself: the server, its routes, bodies within bounds, and refusals in each API's own form. Knows no product.
 *
 * <p>Start reading at {@link dev.rewarddesk.embedded.http.HttpServer}.
 */
@NullMarked
package dev.rewarddesk.embedded.http;

import org.jspecify.annotations.NullMarked;
