/** The program as its users start it: a process with arguments, outputs and an exit status. */
@NullMarked
package dev.rewarddesk.cli;

import org.jspecify.annotations.NullMarked;
