package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.collect.answer.AnswerProgress.State;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.settings.Endpoints;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Having a model answer about images: whom to ask, which images, and the run, which goes on when the screen is left. */
public final class AnswerViewModel {

    private final EndpointViewModel endpoint;
    private final PromptsViewModel prompts;
    private final Answering answering;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Stand> stand;

    public AnswerViewModel(
            AnswerService answers,
            CollectService collecting,
            Endpoints endpoints,
            Answering answering,
            Notices notices,
            Tasks tasks) {
        this.endpoint = new EndpointViewModel(endpoints, tasks);
        this.prompts = new PromptsViewModel(answers, collecting, tasks);
        this.answering = answering;
        this.notices = notices;
        this.stand = new ReadOnlyObjectWrapper<>(answering.stand());
    }

    /** Whom to ask. */
    public EndpointViewModel endpoint() {
        return endpoint;
    }

    /** About which images, and what. */
    public PromptsViewModel prompts() {
        return prompts;
    }

    /** Where the run stands, as of the last {@link #refresh()}. */
    public ReadOnlyObjectProperty<Stand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    /** Looks what is set and which runs there are. */
    public void load() {
        endpoint.load();
        prompts.load();
        refresh();
    }

    /** Looks where the run stands. */
    public void refresh() {
        stand.set(answering.stand());
    }

    /** Keeps the form and begins, unless a run is under way. */
    public void start() {
        if (answering.stand().isUnderWay()) {
            return;
        }
        endpoint.save(settings -> {
            answering.begin(
                    prompts.filter(),
                    prompts.declinedAgainProperty().get() ? settings.askingDeclinedAgain() : settings);
            refresh();
        });
    }

    /** Pauses the run, or goes on after a pause. */
    public void pauseOrResume() {
        if (answering.stand() instanceof Stand.Asked asked && !asked.ended()) {
            if (asked.progress().state() == State.PAUSED) {
                answering.resume();
            } else {
                answering.pause();
            }
            refresh();
        }
    }

    /** Ends the run; what was answered is kept. */
    public void cancel() {
        answering.cancel();
        refresh();
    }

    /** Asks whether to forget the endpoint with its key, and does so. */
    public void forgetEndpoint() {
        notices.ask(Question.forgetEndpoint(endpoint.url().value()), endpoint::forget);
    }
}
