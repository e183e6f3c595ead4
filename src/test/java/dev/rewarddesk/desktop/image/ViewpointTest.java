package dev.rewarddesk.desktop.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rewarddesk.desktop.image.Viewpoint.Extent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class ViewpointTest {

    @Property
    void theImageNeverLeavesTheView(
            @ForAll("viewpoints") Viewpoint before,
            @ForAll @DoubleRange(min = 0.01, max = 100) double factor,
            @ForAll @DoubleRange(min = -50_000, max = 50_000) double byX,
            @ForAll @DoubleRange(min = -50_000, max = 50_000) double byY) {
        Viewpoint after = before.zoomedBy(factor, byX, byY).panned(byX, byY);

        assertCovered(
                after.x(), after.image().width() * after.scale(), after.view().width());
        assertCovered(
                after.y(), after.image().height() * after.scale(), after.view().height());
    }

    @Property
    void thePointUnderTheCursorStays(
            @ForAll("covering") Viewpoint before,
            @ForAll @DoubleRange(min = 0, max = 1) double acrossView,
            @ForAll @DoubleRange(min = 0, max = 1) double downView,
            @ForAll @DoubleRange(min = 1, max = 20) double factor) {
        double x = before.view().width() * acrossView;
        double y = before.view().height() * downView;

        Viewpoint after = before.zoomedBy(factor, x, y);

        assertThat(after.scale()).isGreaterThanOrEqualTo(before.scale());
        assertThat((x - after.x()) / after.scale()).isCloseTo((x - before.x()) / before.scale(), within(1e-6));
        assertThat((y - after.y()) / after.scale()).isCloseTo((y - before.y()) / before.scale(), within(1e-6));
    }

    @Property
    void zoomingInAndOutAgainComesBack(
            @ForAll("viewpoints") Viewpoint before,
            @ForAll @DoubleRange(min = 0, max = 1) double acrossView,
            @ForAll @DoubleRange(min = 0, max = 1) double downView,
            @ForAll @DoubleRange(min = 1, max = 20) double factor) {
        Assume.that(before.zoom() * factor <= Viewpoint.MAX_ZOOM);
        double x = before.view().width() * acrossView;
        double y = before.view().height() * downView;

        Viewpoint after = before.zoomedBy(factor, x, y).zoomedBy(1 / factor, x, y);

        assertThat(after.scale()).isCloseTo(before.scale(), within(1e-9));
        assertThat(after.x()).isCloseTo(before.x(), within(1e-4));
        assertThat(after.y()).isCloseTo(before.y(), within(1e-4));
    }

    @Property
    void zoomStaysBetweenFittingAndTheMost(
            @ForAll("viewpoints") Viewpoint before, @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        Viewpoint after = before.zoomedBy(factor, 10, 10);
        double fit =
                Viewpoint.fitting(before.image(), before.view(), before.unit()).zoom();

        assertThat(after.zoom()).isBetween(Math.min(1, fit) - 1e-9, Viewpoint.MAX_ZOOM + 1e-9);
    }

    @Property
    void whatIsVisibleIsPartOfTheImageAndGrowsWithTheMargin(@ForAll("viewpoints") Viewpoint viewpoint) {
        PixelArea whole = new PixelArea(
                0, 0, (int) viewpoint.image().width(), (int) viewpoint.image().height());

        assertThat(whole.contains(viewpoint.visible(0))).isTrue();
        assertThat(viewpoint.visible(0.5).contains(viewpoint.visible(0))).isTrue();
    }

    @Property
    void fittingStaysFittingWhenTheViewChanges(@ForAll("extents") Extent image, @ForAll("extents") Extent view) {
        Viewpoint before = Viewpoint.fitting(image, new Extent(800, 600), 1);

        assertThat(before.inView(view, 0.5)).isEqualTo(Viewpoint.fitting(image, view, 0.5));
    }

    @Test
    void theMiddleStaysInTheMiddleWhenTheViewChanges() {
        Viewpoint before = Viewpoint.fitting(new Extent(4000, 3000), new Extent(800, 600), 1)
                .zoomedTo(1, 100, 100)
                .panned(-300, -200);

        Viewpoint after = before.inView(new Extent(1000, 500), 1);

        assertThat((500 - after.x()) / after.scale()).isCloseTo((400 - before.x()) / before.scale(), within(1e-9));
        assertThat((250 - after.y()) / after.scale()).isCloseTo((300 - before.y()) / before.scale(), within(1e-9));
    }

    @Test
    void aSmallImageIsEnlargedALittleAndOneToOneIsAPixelOfTheScreen() {
        Viewpoint small = Viewpoint.fitting(new Extent(20, 10), new Extent(800, 600), 0.5);

        assertThat(small.zoom()).isEqualTo(Viewpoint.MAX_FIT_ZOOM);
        assertThat(small.x()).isEqualTo(390);
        assertThat(small.zoomedTo(1, 0, 0).scale()).isEqualTo(0.5);
    }

    @Provide
    Arbitrary<Extent> extents() {
        Arbitrary<Integer> side = Arbitraries.integers().between(1, 16_000);
        return Combinators.combine(side, side).as(Extent::new);
    }

    @Provide
    Arbitrary<Viewpoint> viewpoints() {
        Arbitrary<Integer> viewSide = Arbitraries.integers().between(50, 4000);
        Arbitrary<Double> share = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(
                        extents(),
                        Combinators.combine(viewSide, viewSide).as(Extent::new),
                        Arbitraries.of(1.0, 0.5, 0.8),
                        Arbitraries.doubles().between(1, 40),
                        share,
                        share)
                .as((image, view, unit, factor, x, y) ->
                        Viewpoint.fitting(image, view, unit).zoomedBy(factor, view.width() * x, view.height() * y));
    }

    @Provide
    Arbitrary<Viewpoint> covering() {
        Arbitrary<Integer> imageSide = Arbitraries.integers().between(200, 16_000);
        Arbitrary<Integer> viewSide = Arbitraries.integers().between(50, 2000);
        return Combinators.combine(
                        Combinators.combine(imageSide, imageSide).as(Extent::new),
                        Combinators.combine(viewSide, viewSide).as(Extent::new),
                        Arbitraries.doubles().between(1, 3))
                .as((image, view, factor) -> Viewpoint.fitting(image, view, 1)
                        .zoomedTo(
                                factor * Math.max(view.width() / image.width(), view.height() / image.height()),
                                view.width() / 2,
                                view.height() / 2))
                .filter(ViewpointTest::covers);
    }

    private static boolean covers(Viewpoint viewpoint) {
        return viewpoint.image().width() * viewpoint.scale() >= viewpoint.view().width()
                && viewpoint.image().height() * viewpoint.scale()
                        >= viewpoint.view().height();
    }

    private static void assertCovered(double start, double length, double view) {
        if (length <= view) {
            assertThat(start).isCloseTo((view - length) / 2, within(1e-6));
        } else {
            assertThat(start).isLessThanOrEqualTo(1e-6);
            assertThat(start + length).isGreaterThanOrEqualTo(view - 1e-6);
        }
    }
}
