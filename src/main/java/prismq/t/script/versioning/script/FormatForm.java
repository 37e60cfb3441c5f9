package prismq.t.script.versioning.script;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/**
 * The form on the page of a version by which a person says what a script is written as, and whether
 * whoever saves a version has to say what changed.
 */
public final class FormatForm {
  private final VersionManager versionManager;

  /** Keeps what is said with this. */
  public FormatForm(VersionManager versionManager) {
    this.versionManager = versionManager;
  }

  /** Keeps what was said, and leads back to the version; an empty format has each text tell. */
  public void save(Context context) {
    String scriptId = context.pathParam("script_id");
    String word = SentForm.stripped(context, "format");
    Optional<TextFormat> format = TextFormat.named(word);
    if (format.isEmpty() && !word.isEmpty()) {
      throw new InvalidInputException("format", Messages.text("version.unknown_format"));
    }
    int version = SentForm.versionNumber(context, "version");
    boolean isRequired = SentForm.text(context, "description_required").equals("true");
    versionManager.changeFormat(scriptId, format.orElse(null));
    versionManager.changeDescriptionRule(scriptId, isRequired);
    context.redirect(Urls.version(scriptId, version), HttpStatus.SEE_OTHER);
  }
}
