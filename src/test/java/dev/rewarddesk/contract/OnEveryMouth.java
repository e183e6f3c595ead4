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

/** A class of the contract suite: all of it is run on each {@link Mouth}, which its constructor is given. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(OnEveryMouth.Mouths.class)
@ExtendWith(NamedFailures.class)
@interface OnEveryMouth {

    /** The given one alone, where one is given. */
    final class Mouths implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            Stream<Mouth> mouths = System.getProperty("contract.url") == null
                    ? Stream.of(Mouth.EMBEDDED, Mouth.FUNCTIONS)
                    : Stream.of(Mouth.GIVEN);
            return mouths.map(Arguments::of);
        }
    }
}
