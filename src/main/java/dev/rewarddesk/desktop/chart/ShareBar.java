package dev.rewarddesk.desktop.chart;

import java.util.List;
import javafx.scene.layout.Region;

/** How a whole is shared out: one segment each, side by side, in the order of the shares. */
public final class ShareBar extends Chart {

    private static final double WIDTH = 240;
    private static final double HEIGHT = 12;
    private static final double GAP = 2;

    private List<Share> shares = List.of();

    public ShareBar() {
        super("share-bar", WIDTH, HEIGHT);
    }

    /** Shows these shares; those of nothing are left out. */
    public void show(List<Share> newShares) {
        shares = newShares.stream().filter(share -> share.amount() > 0).toList();
        getChildren()
                .setAll(shares.stream()
                        .map(share -> {
                            Region segment = new Region();
                            segment.getStyleClass().addAll("share", share.style());
                            return segment;
                        })
                        .toList());
    }

    @Override
    protected void layoutChildren() {
        double whole = shares.stream().mapToLong(Share::amount).sum();
        double room = getWidth() - GAP * (shares.size() - 1);
        double at = 0;
        for (int i = 0; i < shares.size(); i++) {
            double width = room * shares.get(i).amount() / whole;
            getChildren().get(i).resizeRelocate(at, 0, width, getHeight());
            at += width + GAP;
        }
    }

    /**
     * One share.
     *
     * @param style the style class of its segment
     */
    public record Share(long amount, String style) {}
}
