package dev.rewarddesk.desktop.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class EveryTest {

    private static final long PATIENCE_SECONDS = 30;

    @Test
    void itsWorkIsDoneAgainAndAgainOnTheFxThread() throws InterruptedException {
        CountDownLatch times = new CountDownLatch(3);
        Every every = new Every(Duration.ofMillis(5), () -> {
            if (Platform.isFxApplicationThread()) {
                times.countDown();
            }
        });

        onFx(every::start);

        assertThat(times.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        onFx(every::stop);
    }

    @Test
    void nothingIsDoneOnceItHasStopped() throws InterruptedException {
        AtomicInteger after = new AtomicInteger();
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicReference<Every> itself = new AtomicReference<>();
        Every every = new Every(Duration.ofMillis(1), () -> {
            after.incrementAndGet();
            itself.get().stop();
            stopped.countDown();
        });
        itself.set(every);

        onFx(every::start);
        assertThat(stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        CountDownLatch others = new CountDownLatch(20);
        Every clock = new Every(Duration.ofMillis(1), others::countDown);
        onFx(clock::start);
        assertThat(others.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        onFx(clock::stop);

        assertThat(after).hasValue(1);
    }

    @Test
    void aStopAndAStartAreNotTwoClocks() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        Every every = new Every(Duration.ofMillis(50), done::incrementAndGet);
        onFx(() -> {
            for (int time = 0; time < 20; time++) {
                every.start();
                every.start();
                every.stop();
            }
            every.start();
        });
        CountDownLatch others = new CountDownLatch(2);
        Every clock = new Every(Duration.ofMillis(50), others::countDown);
        onFx(clock::start);
        assertThat(others.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        onFx(() -> {
            every.stop();
            clock.stop();
        });

        assertThat(done.get()).isBetween(1, 3);
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), work);
    }
}
