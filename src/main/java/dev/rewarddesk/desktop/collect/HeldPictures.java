package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.NearGroup;
import dev.rewarddesk.desktop.image.Pixels;
import dev.rewarddesk.desktop.image.UnreadablePictureException;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Pictures of images that look alike, the latest ones kept. Use it in the foreground. */
public final class HeldPictures {

    /** In pixels: enough for twice as fine a screen. */
    static final int WIDTH = 360;

    static final int HEIGHT = 260;

    private static final int MOST_KEPT = 60;

    private final CollectService service;
    private final Tasks tasks;
    private final Map<Object, Pixels> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Pixels> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public HeldPictures(CollectService service, Tasks tasks) {
        this.service = service;
        this.tasks = tasks;
    }

    /**
     * One that is held back.
     *
     * @param broken run where it cannot be shown
     */
    void held(NearGroup.Held held, Consumer<Pixels> ready, Runnable broken) {
        want(held.id(), () -> service.heldBytes(held.id()), ready, broken);
    }

    /** One in the workspace. */
    void taken(UUID image, Consumer<Pixels> ready, Runnable broken) {
        want(image, () -> service.thumbnail(image, WIDTH, HEIGHT), ready, broken);
    }

    private void want(Object key, Callable<byte[]> file, Consumer<Pixels> ready, Runnable broken) {
        Pixels known = kept.get(key);
        if (known != null) {
            ready.accept(known);
            return;
        }
        tasks.run(() -> Glimpses.decoded(file.call(), WIDTH, HEIGHT))
                .onSuccess(pixels -> {
                    kept.put(key, pixels);
                    ready.accept(pixels);
                })
                .onFailure(UnreadablePictureException.class, _ -> broken.run())
                .onFailure(ServiceFailure.class, _ -> broken.run())
                .start();
    }
}
