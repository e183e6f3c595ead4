package dev.rewarddesk.contract;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Says at each failure on which mouth it was; the build's summary names the test's method alone. */
final class NamedFailures implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    private static Throwable named(ExtensionContext context, Throwable failure) {
        return failure instanceof TestAbortedException
                ? failure
                : new AssertionError("On %s: %s".formatted(mouth(context), failure.getMessage()), failure);
    }

    // The class's invocation is named after its mouth.
    private static String mouth(ExtensionContext context) {
        Optional<ExtensionContext> here = Optional.of(context);
        while (here.isPresent()) {
            String name = here.get().getDisplayName();
            if (Arrays.stream(Mouth.values()).anyMatch(mouth -> name.contains(mouth.name()))) {
                return name;
            }
            here = here.get().getParent();
        }
        return "a mouth";
    }
}
