package prismq.t.script.versioning.account.page;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import prismq.t.script.versioning.audit.Actor;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;

/** Answers a request once a password is checked, which another thread does. */
public final class PasswordCheck {
  private PasswordCheck() {}

  /** Answers with what was found, in the language of the request and for whom it is from. */
  public static <T> void answer(
      Context context, CompletableFuture<Optional<T>> attempt, Consumer<Optional<T>> answer) {
    Language language = Messages.language();
    Actor actor = CurrentActor.get();
    context.future(
        () ->
            attempt.thenAccept(
                found -> {
                  Messages.speak(language);
                  CurrentActor.set(actor);
                  answer.accept(found);
                }));
  }
}
