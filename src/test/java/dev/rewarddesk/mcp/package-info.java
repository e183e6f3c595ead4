/** The MCP server, spoken to by clients of the protocol. */
@NullMarked
package dev.rewarddesk.mcp;

import org.jspecify.annotations.NullMarked;
