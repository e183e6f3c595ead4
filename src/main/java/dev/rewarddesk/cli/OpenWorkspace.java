package dev.rewarddesk.cli;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.session.CollectService;

/** A workspace that a command works on, with the owner signed in. */
public interface OpenWorkspace extends AutoCloseable {

    AccountService account();

    CheckpointService checkpoints();

    FolderImport folders();

    CollectService collecting();

    AnswerService answers();

    /** Whether this process runs its backend, rather than having joined another's. */
    boolean isOwn();

    @Override
    void close();
}
