package dev.rewarddesk.desktop.notice;

import atlantafx.base.theme.Styles;
import dev.rewarddesk.desktop.control.Card;
import dev.rewarddesk.desktop.control.CopyButton;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.control.Toasts;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices within the window: toasts in its corner, cards over it. */
public final class WindowNotices implements Notices {

    private static final Logger LOG = LoggerFactory.getLogger(WindowNotices.class);

    private final Overlay overlay;
    private final Toasts toasts;

    public WindowNotices(Overlay overlay, Toasts toasts) {
        this.overlay = overlay;
        this.toasts = toasts;
    }

    @Override
    public void tell(String text) {
        toasts.show(text);
    }

    @Override
    public void warn(String text) {
        toasts.warn(text);
    }

    @Override
    public void fail(Throwable failure) {
        Report report = Report.of(failure);
        if (!(failure instanceof ServiceFailure)) {
            LOG.error("Not expected", failure);
        }
        Label code = new Label(report.code());
        code.setId("failureCode");
        code.getStyleClass().add("code");
        CopyButton copy = new CopyButton(Texts.of("failure.details"), report::details);
        HBox details = new HBox(new Label(Texts.of("failure.code")), code, copy);
        details.getStyleClass().add("failure-details");
        Card card = new Card(report.title(), Card.paragraph(report.text()), details);
        Button close = card.button(Texts.of("close"), overlay::close, Styles.ACCENT);
        close.setDefaultButton(true);
        overlay.open(card, close);
    }

    @Override
    public void ask(Question question, Runnable onYes) {
        Card card = new Card(question.title(), Card.paragraph(question.text()));
        Button no = card.button(Texts.of("cancel"), overlay::close);
        Button yes = card.button(
                question.yes(),
                () -> {
                    overlay.close();
                    onYes.run();
                },
                question.dangerous() ? Styles.DANGER : Styles.ACCENT);
        overlay.open(card, question.dangerous() ? no : yes);
    }
}
