/** A real S3-compatible server for tests, and what can happen on the way to it. */
@NullMarked
package dev.rewarddesk.s3;

import org.jspecify.annotations.NullMarked;
