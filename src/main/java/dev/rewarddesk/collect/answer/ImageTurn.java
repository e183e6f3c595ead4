package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.PatientCalls;
import dev.rewarddesk.collect.answer.Asking.Asked;
import dev.rewarddesk.collect.journal.AnswerJournal;
import dev.rewarddesk.collect.journal.RecordedAnswer;
import dev.rewarddesk.collect.prompt.Prompt;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Deals with one image: what is there already is passed over, the rest asked one after the other. */
final class ImageTurn {

    private final PatientCalls calls;
    private final AnswerJournal journal;
    private final Delivery delivery;
    private final Asking asking;
    private final AnswerSettings settings;
    private final Counting counting;
    private final Outlook outlook = new Outlook();
    private final Runnable afterEach;

    /** @param afterEach told whenever one more answer is dealt with */
    ImageTurn(
            PatientCalls calls,
            AnswerJournal journal,
            Delivery delivery,
            Asking asking,
            AnswerSettings settings,
            Counting counting,
            Runnable afterEach) {
        this.calls = calls;
        this.journal = journal;
        this.delivery = delivery;
        this.asking = asking;
        this.settings = settings;
        this.counting = counting;
        this.afterEach = afterEach;
    }

    /** Answers whether there is still something left to ask with. */
    boolean take(ImageToAnswer image, List<Question> wanted) throws InterruptedException, EndpointUnusable {
        List<Question> missing = missing(image.id(), wanted);
        if (missing.isEmpty()) {
            return true;
        }
        SentImage sent;
        try {
            sent = SentImage.of(image.bytes().get(), settings.images());
        } catch (IOException unreadable) {
            fail(missing, "unreadable_image", String.valueOf(unreadable.getMessage()));
            return true;
        } catch (ServiceFailure.NotFound | ServiceFailure.Invalid gone) {
            fail(missing, "image_missing", gone.getMessage());
            return true;
        }
        for (Question question : missing) {
            if (!ask(question, sent)) {
                return false;
            }
        }
        return true;
    }

    private List<Question> missing(UUID image, List<Question> wanted) {
        List<Question> open = new ArrayList<>();
        for (Question question : wanted) {
            switch (journal.find(question.id()).map(RecordedAnswer::state).orElse(RecordedAnswer.State.FAILED)) {
                case ANSWERED, SENT -> settle(counting::known);
                case DECLINED -> {
                    if (settings.declinedAgain()) {
                        open.add(question);
                    } else {
                        settle(() -> counting.declined(false));
                    }
                }
                case FAILED -> open.add(question);
            }
        }
        return open.isEmpty() ? open : unknownThere(image, wanted, open);
    }

    // The workspace may know more than this machine.
    private List<Question> unknownThere(UUID image, List<Question> wanted, List<Question> open) {
        KnownAnswers known = KnownAnswers.of(image, settings.endpoint().model(), calls);
        Set<UUID> own = wanted.stream().map(Question::id).collect(Collectors.toSet());
        Map<Prompt, Long> others = new HashMap<>();
        List<Question> missing = new ArrayList<>();
        for (Question question : open) {
            long left = others.computeIfAbsent(question.prompt(), prompt -> known.besides(prompt.text(), own));
            if (known.has(question.id())) {
                settle(counting::known);
            } else if (left > 0) {
                others.put(question.prompt(), left - 1);
                settle(counting::known);
            } else {
                missing.add(question);
            }
        }
        return missing;
    }

    private boolean ask(Question question, SentImage image) throws InterruptedException, EndpointUnusable {
        Optional<Asked> asked = asking.ask(question.prompt(), image);
        if (asked.isEmpty()) {
            return false;
        }
        switch (asked.get().reply()) {
            case Reply.Answered answer -> {
                outlook.worked();
                String document = ResponseDocument.of(question, settings.endpoint(), image, asked.get(), answer);
                journal.answered(question.id(), question.image(), document);
                send(question.id(), document, answer.isTruncated());
            }
            case Reply.Refused refused -> {
                outlook.worked();
                journal.declined(question.id(), question.image(), refused.code(), refused.words());
                settle(() -> counting.declined(true));
            }
            case Reply.Failed failed -> {
                Optional<EndpointUnusable> unusable = outlook.after(failed);
                if (unusable.isPresent()) {
                    throw unusable.get();
                }
                fail(List.of(question), failed.code(), failed.words());
            }
        }
        return true;
    }

    private void send(UUID id, String document, boolean truncated) {
        Optional<ServiceFailure> unwanted = delivery.send(id, document);
        settle(() -> {
            if (unwanted.isPresent()) {
                counting.failed(unwanted.get().code(), unwanted.get().getMessage());
            } else {
                counting.answered(truncated);
            }
        });
    }

    private void fail(List<Question> questions, String code, String words) {
        for (Question question : questions) {
            journal.failed(question.id(), question.image(), code, words);
            settle(() -> counting.failed(code, words));
        }
    }

    private void settle(Runnable count) {
        count.run();
        afterEach.run();
    }
}
