package dev.rewarddesk.app;

import dev.rewarddesk.desktop.tour.Tour;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.net.URI;

/** The line from a tour's window to its workspace: cut, it leads where nobody answers. */
final class CuttableLine implements Tour.Line {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private volatile boolean cut;

    @Override
    public void cut() {
        cut = true;
    }

    @Override
    public void mend() {
        cut = false;
    }

    /** Where calls to that address go now. */
    WorkspaceAddress lead(WorkspaceAddress address) {
        return cut ? new WorkspaceAddress(NOBODY, address.apiKey()) : address;
    }
}
