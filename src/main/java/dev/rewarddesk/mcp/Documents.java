package dev.rewarddesk.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import java.util.Map;

/** What goes to clients and comes from them: snake_case, enums in lower case, without what is not there. */
final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(new LowerCaseEnums()))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private Documents() {}

    /** The record as maps, lists and values, with every text in it made plain. */
    static Object plain(Object document) {
        return Plain.document(MAPPER.convertValue(document, new TypeReference<Map<String, Object>>() {}));
    }

    /** The same as text. */
    static String text(Object document) {
        try {
            return MAPPER.writeValueAsString(plain(document));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("A document could not be written as JSON", bug);
        }
    }

    /** Arguments as a tool wants them; {@code Invalid} where they are nothing of the kind. */
    static <I> I input(Map<String, Object> arguments, Class<I> type) {
        try {
            return MAPPER.convertValue(arguments, type);
        } catch (IllegalArgumentException other) {
            throw new ServiceFailure.Invalid(
                    "invalid_arguments",
                    "The arguments are not what this tool takes. Nothing was done; see its input schema.",
                    null);
        }
    }

    @SuppressWarnings("rawtypes") // Jackson asks for the class of all enums, which is raw.
    private static final class LowerCaseEnums extends StdSerializer<Enum> {
        @Serial
        private static final long serialVersionUID = 1;

        LowerCaseEnums() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }
}
