package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;

/**
 * Answers somebody in the language of their account, or in the one that their browser asks for; and
 * programs in English.
 */
public final class ReaderLanguage {
  private ReaderLanguage() {}

  /** Has this request answered in its reader's language. */
  public static void speak(Context context) {
    if (Gate.isOfPrograms(context)) {
      Messages.speak(Language.ENGLISH);
    } else {
      speakAsAsked(context);
    }
  }

  /** Has it answered in the language that it asks for, as a document for people. */
  public static void speakAsAsked(Context context) {
    String chosen =
        Requester.of(context) instanceof SignedIn signedIn ? signedIn.account().language() : "";
    Messages.speak(
        Language.of(chosen).orElseGet(() -> Language.best(context.header("Accept-Language"))));
  }
}
