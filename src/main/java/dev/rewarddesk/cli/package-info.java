/**
 * The command line: a thin adapter over the services.
 *
 * <p>Reaches workspaces through {@link dev.rewarddesk.cli.WorkspaceDoor}, which {@code app} implements. Start reading at
 * {@link dev.rewarddesk.cli.CommandLineProgram}.
 */
@NullMarked
package dev.rewarddesk.cli;

import org.jspecify.annotations.NullMarked;
