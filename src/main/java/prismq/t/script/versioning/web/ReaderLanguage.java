package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;

/** Answers a browser in the language that it asks for, and programs in English. */
public final class ReaderLanguage {
  private ReaderLanguage() {}

  /** Has this request answered in its reader's language. */
  public static void speak(Context context) {
    boolean isProgram = context.path().startsWith("/api/");
    Messages.speak(isProgram ? Language.ENGLISH : Language.best(context.header("Accept-Language")));
  }
}
