package dev.rewarddesk.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hosted workspaces that a person has connected to, and which workspace was open last.
 *
 * @param hosted in the order in which they were connected
 * @param last the one that was open last; empty for the local one
 */
public record KnownWorkspaces(List<KnownWorkspace> hosted, Optional<URI> last) {

    /** Before anybody has connected to one. */
    public static final KnownWorkspaces NONE = new KnownWorkspaces(List.of(), Optional.empty());

    public KnownWorkspaces {
        hosted = List.copyOf(hosted);
    }

    /** The hosted one that was open last; empty for the local one. */
    public Optional<KnownWorkspace> current() {
        return last.flatMap(this::at);
    }

    /** The one at that URL. */
    public Optional<KnownWorkspace> at(URI url) {
        return hosted.stream().filter(known -> known.url().equals(url)).findFirst();
    }

    /** With the one at that URL under the name that it gives itself; the same where there is none. */
    public KnownWorkspaces called(URI url, String name) {
        return new KnownWorkspaces(
                hosted.stream()
                        .map(known -> known.url().equals(url) ? known.called(name) : known)
                        .toList(),
                last);
    }

    /** With this one as the one that was open last, in place of what was known of the same URL. */
    public KnownWorkspaces open(KnownWorkspace workspace) {
        List<KnownWorkspace> all = new ArrayList<>(hosted);
        int at = hosted.stream().map(KnownWorkspace::url).toList().indexOf(workspace.url());
        if (at < 0) {
            all.add(workspace);
        } else {
            all.set(at, workspace);
        }
        return new KnownWorkspaces(all, Optional.of(workspace.url()));
    }

    /** With the local one as the one that was open last. */
    public KnownWorkspaces openLocal() {
        return new KnownWorkspaces(hosted, Optional.empty());
    }

    /** Without that one. What is kept for it stays in its folder. */
    public KnownWorkspaces without(URI url) {
        return new KnownWorkspaces(
                hosted.stream().filter(known -> !known.url().equals(url)).toList(),
                last.filter(open -> !open.equals(url)));
    }
}
