package dev.rewarddesk.settings.vault;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The operating system's keychain: Keychain on macOS, Credential Manager on Windows, the Secret Service or KWallet on Linux. */
public final class SystemKeychain implements Keychain {

    private static final String SERVICE = "Reward Desk";

    /** The system may ask the person to open it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String account;

    /** @param account names the secret among those of this program */
    public SystemKeychain(String account) {
        this.account = account;
    }

    @Override
    public Optional<String> read() throws NoKeychainException {
        return patiently(() -> {
            Keyring keyring = Keyring.create();
            try {
                return Optional.of(keyring.getPassword(SERVICE, account));
            } catch (PasswordAccessException none) {
                return Optional.empty();
            } finally {
                keyring.close();
            }
        });
    }

    @Override
    public void write(String secret) throws NoKeychainException {
        patiently(() -> {
            Keyring keyring = Keyring.create();
            try {
                keyring.setPassword(SERVICE, account, secret);
                return true;
            } finally {
                keyring.close();
            }
        });
    }

    // Native code may not answer; nobody can start working until it has.
    private static <T> T patiently(Callable<T> work) throws NoKeychainException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("keychain").start(() -> {
            try {
                result.complete(work.call());
            } catch (BackendNotSupportedException | PasswordAccessException refused) {
                result.completeExceptionally(refused);
            } catch (Exception | LinkageError broken) {
                // A native library that is missing shows in many ways.
                result.completeExceptionally(broken);
            }
        });
        try {
            return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            throw new NoKeychainException("The system's keychain does not answer", silent);
        } catch (ExecutionException refused) {
            throw new NoKeychainException("The system's keychain cannot be used", refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoKeychainException("Waiting for the system's keychain was interrupted", interrupted);
        }
    }
}
