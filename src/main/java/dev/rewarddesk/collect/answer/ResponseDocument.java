package dev.rewarddesk.collect.answer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.collect.answer.Asking.Asked;
import dev.rewarddesk.collect.answer.Reply.Usage;

/** Writes an answer as the workspace takes it, with how it came to be in its metadata. */
final class ResponseDocument {

    /** Who brings such responses, in the workspace's lists. */
    private static final String PRODUCER = "reward-desk answer";

    private static final JsonMapper MAPPER = new JsonMapper();

    private ResponseDocument() {}

    /** @param answer what the reply was */
    static String of(Question question, Endpoint endpoint, SentImage image, Asked asked, Reply.Answered answer) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("id", question.id().toString())
                .put("user_id", PRODUCER)
                .put("image_id", question.image().toString())
                .put("prompt", question.prompt().text())
                .put("response_text", answer.text())
                .put("model_id", endpoint.model());
        asked.checkpoint().ifPresent(id -> body.put("checkpoint_id", id.toString()));
        ObjectNode metadata = body.putObject("metadata")
                .put("template", question.prompt().template())
                .put("sample", question.sample())
                .put("asked_at", asked.at().toString())
                .put("latency_ms", asked.latency().toMillis())
                .put("tries", asked.tries())
                .put("finish_reason", answer.finish())
                .put("truncated", answer.isTruncated())
                .put("max_tokens", endpoint.maxTokens())
                .put("max_tokens_field", asked.lengthField());
        if (endpoint.temperature() != null) {
            metadata.put("temperature", endpoint.temperature());
        }
        if (!question.prompt().system().isEmpty()) {
            metadata.put("system", question.prompt().system());
        }
        if (!answer.servedBy().isEmpty()) {
            metadata.put("served_by", answer.servedBy());
        }
        metadata.putObject("image_sent")
                .put("content_type", image.type())
                .put("width", image.width())
                .put("height", image.height())
                .put("bytes", image.bytes());
        Usage usage = answer.usage();
        if (usage != null) {
            metadata.putObject("usage")
                    .put("prompt_tokens", usage.prompt())
                    .put("completion_tokens", usage.completion());
        }
        return body.toString();
    }
}
