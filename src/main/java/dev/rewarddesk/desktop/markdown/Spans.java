package dev.rewarddesk.desktop.markdown;

import dev.rewarddesk.desktop.control.VisibleText;
import dev.rewarddesk.desktop.text.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Reads what stands within a paragraph. The parser bounds how deep it goes. */
final class Spans {

    private final List<Span> spans = new ArrayList<>();

    private Spans() {}

    /** The spans of everything within the node. */
    static List<Span> within(Node parent) {
        Spans reading = new Spans();
        reading.children(parent, EnumSet.noneOf(Span.Style.class), Optional.empty());
        return List.copyOf(reading.spans);
    }

    private void children(Node parent, Set<Span.Style> styles, Optional<URI> address) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            read(child, styles, address);
        }
    }

    private void read(Node node, Set<Span.Style> styles, Optional<URI> address) {
        switch (node) {
            case Text text -> add(text.getLiteral(), styles, address);
            case Code code -> add(code.getLiteral(), with(styles, Span.Style.CODE), address);
            case HtmlInline html -> add(html.getLiteral(), with(styles, Span.Style.HTML), address);
            case SoftLineBreak _ -> add(" ", styles, address);
            case HardLineBreak _ -> add("\n", styles, address);
            case Emphasis _ -> children(node, with(styles, Span.Style.EMPHASIS), address);
            case StrongEmphasis _ -> children(node, with(styles, Span.Style.STRONG), address);
            case Strikethrough _ -> children(node, with(styles, Span.Style.STRUCK), address);
            case Link link -> link(link, styles);
            case Image image -> image(image, styles, address);
            default -> children(node, styles, address);
        }
    }

    private void link(Link link, Set<Span.Style> styles) {
        Optional<URI> opened = openable(link.getDestination());
        int before = spans.size();
        children(link, with(styles, Span.Style.LINK), opened);
        String words = Span.words(spans.subList(before, spans.size()));
        String destination = shown(link.getDestination(), opened);
        if (!words.strip().equals(destination)) {
            add((words.isBlank() ? "" : " ") + "(" + destination + ")", with(styles, Span.Style.ADDRESS), opened);
        }
        title(link.getTitle(), styles);
    }

    private void image(Image image, Set<Span.Style> styles, Optional<URI> address) {
        Set<Span.Style> instead = with(styles, Span.Style.IMAGE);
        add(Texts.of("markdown.image") + " ", instead, address);
        children(image, instead, address);
        add(
                " (" + shown(image.getDestination(), openable(image.getDestination())) + ")",
                with(styles, Span.Style.ADDRESS),
                Optional.empty());
        title(image.getTitle(), styles);
    }

    private void title(String title, Set<Span.Style> styles) {
        if (title != null && !title.isBlank()) {
            add(" “" + title + "”", with(styles, Span.Style.ADDRESS), Optional.empty());
        }
    }

    private void add(String text, Set<Span.Style> styles, Optional<URI> address) {
        String visible = VisibleText.of(text);
        if (!visible.isEmpty()) {
            spans.add(new Span(visible, Set.copyOf(styles), address));
        }
    }

    // As it will be called, not as it is written: letters that look like others are written out.
    private static String shown(String destination, Optional<URI> opened) {
        return VisibleText.of(opened.map(URI::toASCIIString).orElse(destination));
    }

    /** What a click may open: an address of the web that names its host. */
    private static Optional<URI> openable(String destination) {
        try {
            URI uri = new URI(destination);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (java.net.URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Set<Span.Style> with(Set<Span.Style> styles, Span.Style one) {
        EnumSet<Span.Style> more = EnumSet.of(one);
        more.addAll(styles);
        return more;
    }
}
