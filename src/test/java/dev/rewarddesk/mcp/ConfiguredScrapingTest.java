package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.mcp.ScrapeTool.Input;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Positive;

/** What an assistant asks for, within what the person at this machine has said. */
final class ConfiguredScrapingTest {

    private static final CollectSettings USUAL =
            CollectSettings.of(List.of()).in("birds").within(new Bounds(100, 200, 3, 1000, Duration.ofMinutes(1)));

    @Property
    void anAssistantMayAskForLessAndNeverForMore(@ForAll @Positive int pages, @ForAll @Positive int images) {
        Bounds asked = asking(new Input("http://example.org/", images, null, pages, 5), USUAL.bounds());

        assertThat(asked.pages()).isEqualTo(Math.min(pages, 100));
        assertThat(asked.images()).isEqualTo(Math.min(images, 200));
        assertThat(asked.depth()).isEqualTo(3);
        assertThat(asked.bytes()).isEqualTo(1000);
    }

    @Property
    void whereNobodyHasSetABoundItIsForTheAssistantToSay(@ForAll @Positive int pages) {
        Bounds open = new Bounds(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 1, Duration.ZERO);

        Bounds asked = asking(new Input("http://example.org/", null, null, pages, null), open);

        assertThat(asked.pages()).isEqualTo(pages);
        assertThat(asked.images()).isEqualTo(200);
    }

    @Example
    void whatItDoesNotSayIsAsConfigured() {
        CollectSettings silent =
                new Input("http://example.org/", null, null, null, null).settings(permissions(USUAL.bounds()));
        CollectSettings said =
                new Input("http://example.org/", null, "cats", null, null).settings(permissions(USUAL.bounds()));

        assertThat(silent).isEqualTo(USUAL.at(List.of("http://example.org/")));
        assertThat(said.category()).isEqualTo("cats");
    }

    private static Bounds asking(Input input, Bounds most) {
        return input.settings(permissions(most)).bounds();
    }

    private static Permissions permissions(Bounds most) {
        return new Permissions(USUAL, most, List.of(), Optional::empty);
    }
}
