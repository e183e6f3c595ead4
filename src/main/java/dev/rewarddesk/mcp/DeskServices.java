package dev.rewarddesk.mcp;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.collect.FileUpload;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.review.AgentRewards;
import dev.rewarddesk.statistics.StatisticsService;

/** The services that the tools are thin over, on behalf of whoever is signed in. */
public interface DeskServices {

    AccountService account();

    StatisticsService statistics();

    LibraryService library();

    AgentRewards rewards();

    CheckpointService checkpoints();

    CollectService collecting();

    AnswerService answers();

    FileUpload files();
}
