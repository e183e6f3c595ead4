package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.prompt.Prompt;
import dev.rewarddesk.collect.prompt.PromptTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is to be asked about an image. */
final class Questions {

    private Questions() {}

    static List<Question> about(ImageToAnswer image, PromptTemplates templates, AnswerSettings settings) {
        List<Question> questions = new ArrayList<>();
        for (Prompt prompt : templates.preview(image.context()).prompts()) {
            for (int sample = 0; sample < settings.answersEach(); sample++) {
                UUID id = AnswerId.of(image.id(), settings.endpoint().model(), prompt, sample);
                questions.add(new Question(id, image.id(), prompt, sample));
            }
        }
        return questions;
    }
}
