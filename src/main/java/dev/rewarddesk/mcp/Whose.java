package dev.rewarddesk.mcp;

import io.modelcontextprotocol.common.McpTransportContext;

/** Tells on whose behalf a request is done. */
interface Whose {

    DeskServices services(McpTransportContext request);
}
