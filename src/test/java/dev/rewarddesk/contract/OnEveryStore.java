package dev.rewarddesk.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** As {@link OnEveryMouth}, for a class that has to do with images: besides, with the images in an S3-compatible bucket. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(OnEveryStore.Mouths.class)
@ExtendWith(NamedFailures.class)
@interface OnEveryStore {

    /** The given one alone, where one is given. */
    final class Mouths implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            Stream<? extends Arguments> usual = new OnEveryMouth.Mouths().provideArguments(parameters, context);
            return System.getProperty("contract.url") == null
                    ? Stream.concat(
                            usual,
                            Stream.of(Mouth.EMBEDDED_WITH_BUCKET, Mouth.FUNCTIONS_WITH_BUCKET)
                                    .map(Arguments::of))
                    : usual;
        }
    }
}
