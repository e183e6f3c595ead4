/**
 * What is measured, by commands and not by tests; the figures are in {@code docs/benchmarks.md}.
 *
 * <p>Start reading at {@link dev.rewarddesk.bench.StartBenchmark}.
 */
@NullMarked
package dev.rewarddesk.bench;

import org.jspecify.annotations.NullMarked;
