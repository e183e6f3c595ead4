package dev.rewarddesk.mcp;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.review.AgentRewards;
import dev.rewarddesk.statistics.StatisticsService;

/** The services that the tools are thin over, on behalf of whoever is signed in. */
public interface DeskServices {

    StatisticsService statistics();

    LibraryService library();

    AgentRewards rewards();

    CheckpointService checkpoints();
}
