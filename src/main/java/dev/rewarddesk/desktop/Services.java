package dev.rewarddesk.desktop;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.review.ReviewService;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * What the desktop works with, constructed by {@code app}. Only {@link Screens} takes it apart; a screen is given what it
 * needs and no more.
 *
 * @param sample answers the sample workspace's folder, ready to be imported; may block while it is unpacked
 * @param access how other programs reach the open workspace
 */
public record Services(
        AccountService account,
        ReviewService review,
        LibraryService library,
        CheckpointService checkpoints,
        FolderImport folders,
        Callable<Path> sample,
        WorkspaceAccess access) {}
