package dev.rewarddesk.supabase;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.Serial;
import java.lang.reflect.Constructor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How records are written on the wire: snake_case names, enums in lower case, fields that we do not know ignored. A component
 * that is not {@code @Nullable} must be there and not null, so that a malformed answer is noticed where it comes in.
 */
final class WireJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(new LowerCaseEnums()))
            .annotationIntrospector(new RequiredUnlessNullable())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private WireJson() {}

    private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            return isRequired(member) ? Boolean.TRUE : super.hasRequiredMarker(member);
        }

        @Override
        public JsonSetter.Value findSetterInfo(Annotated annotated) {
            return isRequired(annotated) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : super.findSetterInfo(annotated);
        }

        private static boolean isRequired(Annotated annotated) {
            return annotated instanceof AnnotatedParameter parameter
                    && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                    && constructor.getDeclaringClass().isRecord()
                    && !constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
                            Nullable.class);
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
