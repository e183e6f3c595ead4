package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.NearGroup;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Option;

/** Deals with images that are held back because they look like others. */
final class HeldOptions {

    @Option(names = "--groups", description = "List the images that are held back, beside those that they look like.")
    private boolean groups;

    @Option(
            names = "--keep",
            paramLabel = "ID",
            arity = "1..*",
            description = "Upload these of those that are held back.")
    private List<Long> kept = new ArrayList<>();

    @Option(
            names = "--drop",
            paramLabel = "ID",
            arity = "1..*",
            description = "Forget these, and take the same from no site again.")
    private List<Long> dropped = new ArrayList<>();

    /** Whether any of it is asked for. */
    boolean areGiven() {
        return groups || !kept.isEmpty() || !dropped.isEmpty();
    }

    /** Decides, each told as it is done, and lists last. */
    void perform(CollectService service, boolean json, PrintWriter out) throws InterruptedException {
        for (long id : kept) {
            UUID image = service.keep(id);
            tell(json ? Json.line(new Kept(id, image)) : "Image " + id + " is in the workspace: " + image, out);
        }
        for (long id : dropped) {
            service.drop(id);
            tell(json ? Json.line(new Dropped(id)) : "Image " + id + " is dropped.", out);
        }
        if (groups) {
            List<NearGroup> listed = service.groups();
            out.print(
                    json ? Json.line(listed.stream().map(HeldText::document).toList()) + "\n" : HeldText.list(listed));
            out.flush();
        }
    }

    private static void tell(String line, PrintWriter out) {
        out.println(line);
        out.flush();
    }

    private record Kept(long kept, UUID imageId) {}

    private record Dropped(long dropped) {}
}
