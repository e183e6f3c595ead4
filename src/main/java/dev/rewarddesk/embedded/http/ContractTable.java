package dev.rewarddesk.embedded.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The contract's table, {@code supabase/functions/_shared/contract.json}: the edge functions read the same file. */
public final class ContractTable {

    private static final JsonNode TABLE = read();

    private ContractTable() {}

    /** The rows under a name, such as {@code routes}. */
    public static Iterable<JsonNode> rows(String name) {
        return TABLE.required(name);
    }

    private static JsonNode read() {
        try (InputStream file = ContractTable.class.getResourceAsStream("/dev/rewarddesk/embedded/contract.json")) {
            if (file == null) {
                throw new IllegalStateException("The program's own contract.json is missing");
            }
            return Json.parsed(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
