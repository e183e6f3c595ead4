package dev.rewarddesk.collect.session;

import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A website on loopback with pictures that look alike, collected into a workspace. */
public final class AlikeSite implements AutoCloseable {

    private final PretendSite site;
    private final CollectService service;

    /** @param folder where sessions are written down */
    public AlikeSite(SupabaseClient client, Path folder) throws IOException {
        this.site = new PretendSite();
        this.service = Collecting.service(client, folder);
    }

    /** What collects it. */
    public CollectService service() {
        return service;
    }

    /** Collects that many groups: a PNG that is taken, a JPEG and a GIF of it that are held back. Answers the session. */
    public String collect(int groups) throws InterruptedException {
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        for (int i = 1; i <= groups; i++) {
            site.image("/bird-" + i + ".png", Pictures.encoded(i, 640, 480, "png"))
                    .image("/bird-" + i + ".jpg", Pictures.encoded(i, 640, 480, "jpeg"))
                    .image("/bird-" + i + ".gif", Pictures.encoded(i, 640, 480, "gif"));
            first.append("<img src=/bird-%d.png alt='Bird %d'>".formatted(i, i));
            second.append("<img src=/bird-%d.jpg alt='Bird %d, compressed'><img src=/bird-%d.gif>".formatted(i, i, i));
        }
        site.page("/", first.toString()).page("/more", second.toString());
        String session =
                Collecting.run(service, Collecting.settings(site.url("/"))).session();
        Collecting.run(service, Collecting.settings(site.url("/more")));
        return session;
    }

    /** The URLs of what is held back. */
    public List<String> held() {
        return service.groups().stream()
                .flatMap(group -> group.held().stream())
                .map(NearGroup.Held::url)
                .toList();
    }

    @Override
    public void close() {
        site.close();
    }
}
