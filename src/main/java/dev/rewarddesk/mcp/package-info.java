/**
 * The desk for assistants and pipelines: a server of the Model Context Protocol, thin over the services.
 *
 * <p>May use the services, model, failure, settings. Start reading at {@link dev.rewarddesk.mcp.McpDesk}.
 */
@NullMarked
package dev.rewarddesk.mcp;

import org.jspecify.annotations.NullMarked;
