package prismq.t.script.versioning.access;

import io.javalin.security.RouteRole;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.Messages;

/** What a request must be allowed to do; every route names one. */
public enum Right implements RouteRole {
  /** Nothing: style sheets, scripts, the health check, and the pages by which somebody gets in. */
  NONE,
  /** See scripts and their history. */
  READ,
  /** Comment on scripts. */
  COMMENT,
  /** Save scripts and versions. */
  WRITE,
  /** Say who may do what with a script. */
  MANAGE,
  /** Look after one's own account. */
  OWN_ACCOUNT,
  /** Change who may do what, and look after the server. */
  ADMINISTER;

  /** Those that somebody can have on one script; each includes the ones before it. */
  public static final List<Right> ON_SCRIPTS = List.of(READ, COMMENT, WRITE, MANAGE);

  /** The word for it in forms, JSON and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it lets somebody do with a script, in a few words. */
  public String meaning() {
    return Messages.text("rights.may_" + word());
  }

  /** Whether who has this right on a script has another one by it. */
  public boolean includes(Right other) {
    return ON_SCRIPTS.contains(this) && ON_SCRIPTS.contains(other) && compareTo(other) >= 0;
  }

  /**
   * The right on a script of this word.
   *
   * @throws InvalidInputException if there is none
   */
  public static Right onScript(String word) {
    return Arrays.stream(values())
        .filter(right -> ON_SCRIPTS.contains(right) && right.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "right", "Choose a right: read, comment, write or manage."));
  }
}
