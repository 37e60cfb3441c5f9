package prismq.t.script.versioning.history;

import prismq.t.script.versioning.language.FilledMessage;

/** The author's line on what changed and why, as required by forms. */
public final class ChangeDescription {
  private ChangeDescription() {}

  /**
   * The description to save.
   *
   * @throws InvalidInputException if there is none
   */
  public static String required(String typed) {
    String description = typed.replace("\r\n", "\n").strip();
    if (description.isEmpty()) {
      throw new InvalidInputException(
          "change_description", FilledMessage.of("field.change_description_missing"));
    }
    return description;
  }
}
