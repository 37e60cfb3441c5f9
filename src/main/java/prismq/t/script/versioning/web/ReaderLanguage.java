package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;

/** Answers a browser in the language that it asks for, and programs in English. */
public final class ReaderLanguage {
  private ReaderLanguage() {}

  /** Has this request answered in its reader's language. */
  public static void speak(Context context) {
    if (context.path().startsWith("/api/")) {
      Messages.speak(Language.ENGLISH);
    } else {
      speakAsAsked(context);
    }
  }

  /** Has it answered in the language that it asks for, as a document for people. */
  public static void speakAsAsked(Context context) {
    Messages.speak(Language.best(context.header("Accept-Language")));
  }
}
