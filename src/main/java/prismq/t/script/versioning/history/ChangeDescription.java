package prismq.t.script.versioning.history;

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
      throw new InvalidInputException("change_description", "Enter what changed, in one line.");
    }
    return description;
  }
}
