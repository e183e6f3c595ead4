package dev.rewarddesk.desktop.signin;

import dev.rewarddesk.account.BrowserSignIn;
import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Signing in to a workspace, in whichever way it offers. */
public final class SignInViewModel {

    private static final int SHORTEST_PASSWORD = 8;

    private final SignInService service;
    private final Browser browser;
    private final Runnable done;
    private final Tasks tasks;
    private final TextEntry email = new TextEntry(text -> text.contains("@") ? "" : Texts.of("signin.email.missing"));
    private final TextEntry password = new TextEntry(text -> text.isEmpty() ? Texts.of("signin.password.missing") : "");
    private final TextEntry domain = new TextEntry(text -> text.isEmpty() ? Texts.of("signin.domain.missing") : "");
    private final TextEntry link = new TextEntry(text -> text.isEmpty() ? Texts.of("signin.link.missing") : "");
    private final TextEntry newPassword = new TextEntry(
            text -> text.length() < SHORTEST_PASSWORD ? Texts.of("signin.new-password.short", SHORTEST_PASSWORD) : "");
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.ASKING);
    private final ReadOnlyObjectWrapper<SignInService.Ways> ways =
            new ReadOnlyObjectWrapper<>(new SignInService.Ways(true, List.of(), false));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
    private final BooleanProperty noBrowser = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private @Nullable BrowserSignIn waiting;

    /**
     * @param browser opens the person's browser
     * @param done run once somebody is signed in
     */
    public SignInViewModel(SignInService service, Browser browser, Runnable done, Tasks tasks) {
        this.service = service;
        this.browser = browser;
        this.done = done;
        this.tasks = tasks;
    }

    /** Opens an address where the person sees it. */
    @FunctionalInterface
    public interface Browser {
        /**
         * Opens it; blocks for a moment.
         *
         * @throws IOException when this machine has nothing to open it with
         */
        void open(URI address) throws IOException;
    }

    /** What the person is at. */
    public enum Stage {
        /** Choosing a way, or entering email and password. */
        ASKING,
        /** In the browser. */
        BROWSER,
        /** Entering an invitation and a new password. */
        INVITED
    }

    /** What the person is at. */
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The ways that the workspace offers; email and password until known. */
    public ReadOnlyObjectProperty<SignInService.Ways> waysProperty() {
        return ways.getReadOnlyProperty();
    }

    public TextEntry email() {
        return email;
    }

    public TextEntry password() {
        return password;
    }

    /** The company's mail domain, or an address there. */
    public TextEntry domain() {
        return domain;
    }

    /** The invitation. */
    public TextEntry link() {
        return link;
    }

    public TextEntry newPassword() {
        return newPassword;
    }

    /** Why nobody is signed in yet; empty while nothing went wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The address in the browser, to be copied where none could be opened. */
    public ReadOnlyStringProperty addressProperty() {
        return address.getReadOnlyProperty();
    }

    /** Whether no browser could be opened. */
    public ReadOnlyBooleanProperty noBrowserProperty() {
        return noBrowser;
    }

    /** Whether the workspace is being asked. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /**
     * Asks the workspace for the ways in.
     *
     * @param why what the person is told first, such as why they are signed out; empty for nothing
     */
    public void start(String why) {
        problem.set(why);
        tasks.run(service::ways)
                .onSuccess(ways::set)
                // Email and password are offered anyway, and say more when they are tried.
                .onFailure(ServiceFailure.class, _ -> {})
                .start();
    }

    /** Signs in with email and password. */
    public void submitPassword() {
        boolean emailEntered = email.check();
        if (!password.check() || !emailEntered) {
            return;
        }
        String secret = password.textProperty().get();
        String who = email.value();
        attempt(() -> {
            service.withPassword(who, secret);
            return true;
        });
    }

    /** Goes on in the browser, with an OAuth provider. */
    public void choose(String provider) {
        goOnInBrowser(() -> service.withProvider(provider));
    }

    /** Goes on in the browser, with the company's identity provider. */
    public void submitDomain() {
        if (domain.check()) {
            String entered = domain.value();
            goOnInBrowser(() -> service.withDomain(entered));
        }
    }

    /** Gives up waiting for the browser. */
    public void cancelBrowser() {
        BrowserSignIn now = waiting;
        if (now != null) {
            now.cancel();
        }
    }

    /** Goes to the invitation, or back. */
    public void invited(boolean yes) {
        problem.set("");
        stage.set(yes ? Stage.INVITED : Stage.ASKING);
    }

    /** Accepts the invitation and sets the password. */
    public void submitInvitation() {
        boolean linkEntered = link.check();
        if (!newPassword.check() || !linkEntered) {
            return;
        }
        String pasted = link.value();
        String secret = newPassword.textProperty().get();
        attempt(() -> {
            service.withInvitation(pasted, secret);
            return true;
        });
    }

    private void goOnInBrowser(Callable<BrowserSignIn> begin) {
        if (busy.get()) {
            return;
        }
        problem.set("");
        tasks.run(begin)
                .whileRunning(busy)
                .onSuccess(this::await)
                .onFailure(ServiceFailure.class, this::failed)
                .start();
    }

    private void await(BrowserSignIn begun) {
        waiting = begun;
        address.set(begun.address().toString());
        noBrowser.set(false);
        stage.set(Stage.BROWSER);
        tasks.run(() -> browser.open(begun.address()))
                .onFailure(IOException.class, _ -> noBrowser.set(true))
                .start();
        tasks.run(() -> {
                    try (begun) {
                        begun.complete();
                        return true;
                    }
                })
                .onSuccess(_ -> done.run())
                .onFailure(ServiceFailure.class, failure -> {
                    stage.set(Stage.ASKING);
                    problem.set(failure.code().equals("cancelled") ? "" : failure.getMessage());
                })
                .start();
    }

    private void attempt(Callable<Boolean> way) {
        if (busy.get()) {
            return;
        }
        problem.set("");
        tasks.run(way)
                .whileRunning(busy)
                .onSuccess(_ -> {
                    forgetSecrets();
                    done.run();
                })
                .onFailure(ServiceFailure.class, this::failed)
                .start();
    }

    private void failed(ServiceFailure failure) {
        switch (failure.code()) {
            case "invalid_credentials" -> problem.set(Texts.of("signin.wrong"));
            case "email_not_confirmed" -> problem.set(Texts.of("signin.unconfirmed"));
            case "user_banned" -> problem.set(Texts.of("signin.banned"));
            case "weak_password", "same_password" -> newPassword.refuse(failure.getMessage());
            case "otp_expired" -> link.refuse(Texts.of("signin.link.used"));
            case "sso_provider_not_found" -> domain.refuse(Texts.of("signin.domain.unknown"));
            default -> {
                switch (failure instanceof ServiceFailure.Invalid invalid ? String.valueOf(invalid.field()) : "") {
                    case "link" -> link.refuse(failure.getMessage());
                    case "domain" -> domain.refuse(failure.getMessage());
                    default -> problem.set(failure.getMessage());
                }
            }
        }
    }

    private void forgetSecrets() {
        password.textProperty().set("");
        newPassword.textProperty().set("");
        link.textProperty().set("");
    }
}
