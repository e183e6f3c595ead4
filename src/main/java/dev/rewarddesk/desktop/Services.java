package dev.rewarddesk.desktop;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.desktop.image.PictureCaches;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.settings.Endpoints;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * What the desktop works with, constructed by {@code app}. Only {@link Screens} takes it apart; a screen is given what it
 * needs and no more.
 *
 * @param outgoing closed by whoever made it
 * @param sample answers the sample workspace's folder, ready to be imported; may block while it is unpacked
 * @param access how other programs reach the open workspace now
 * @param pictures where images are kept at hand
 * @param endpoints whom models' answers come from, whatever workspace is open
 * @param signIn how to sign in again, and out; empty where the program itself signs its owner in
 */
public record Services(
        AccountService account,
        ReviewService review,
        LibraryService library,
        Outgoing outgoing,
        CheckpointService checkpoints,
        FolderImport folders,
        Callable<Path> sample,
        Supplier<WorkspaceAccess> access,
        PictureCaches pictures,
        MembersService members,
        CollectService collecting,
        AnswerService answers,
        Endpoints endpoints,
        Optional<SignInService> signIn) {}
