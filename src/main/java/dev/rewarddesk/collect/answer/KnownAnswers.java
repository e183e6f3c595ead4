package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.PatientCalls;
import dev.rewarddesk.supabase.Answer;
import dev.rewarddesk.supabase.Call;
import dev.rewarddesk.supabase.FunctionsApi;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The answers of one model about one image that the workspace has, whoever brought them there. */
final class KnownAnswers {

    private static final int PAGE = 1_000;

    private final Set<UUID> ids = new HashSet<>();
    private final Map<String, Set<UUID>> byPrompt = new HashMap<>();

    private KnownAnswers() {}

    static KnownAnswers of(UUID image, String model, PatientCalls calls) {
        KnownAnswers known = new KnownAnswers();
        Call call = FunctionsApi.get("rft-responses")
                .query("image_id", image)
                .query("model_id", model)
                .query("limit", PAGE);
        Answer page = calls.send(call);
        known.add(page);
        Optional<String> next = page.nextCursor();
        while (next.isPresent()) {
            page = calls.send(call.query("cursor", next.get()));
            known.add(page);
            next = page.nextCursor();
        }
        return known;
    }

    /** Whether there is a response with that id. */
    boolean has(UUID id) {
        return ids.contains(id);
    }

    /** How many answers to that prompt there are besides these. */
    long besides(String prompt, Set<UUID> own) {
        return byPrompt.getOrDefault(prompt, Set.of()).stream()
                .filter(id -> !own.contains(id))
                .count();
    }

    private void add(Answer page) {
        for (Row row : page.rows(Row.class)) {
            ids.add(row.id());
            byPrompt.computeIfAbsent(row.prompt(), _ -> new HashSet<>()).add(row.id());
        }
    }

    private record Row(UUID id, String prompt) {}
}
