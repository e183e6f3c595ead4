package dev.rewarddesk.s3;

import java.io.IOException;

/** Runs s3proxy until the input ends, which it does when the process that started it ends, however it ends. */
final class S3Main {

    private S3Main() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                System.in.transferTo(System.err);
            } catch (IOException gone) {
                System.err.println("The input is gone");
            }
            Runtime.getRuntime().halt(0);
        });
        Class.forName("org.gaul.s3proxy.Main").getMethod("main", String[].class).invoke(null, (Object)
                new String[] {"--properties", arguments[0]});
    }
}
