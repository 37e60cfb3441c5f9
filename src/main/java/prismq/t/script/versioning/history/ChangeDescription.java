package prismq.t.script.versioning.history;

/** The author's line on why a version is there, as forms ask for it. */
public final class ChangeDescription {
  private ChangeDescription() {}

  /**
   * The description as it is kept.
   *
   * @throws InvalidInputException where there is none
   */
  public static String required(String typed) {
    String description = typed.replace("\r\n", "\n").strip();
    if (description.isEmpty()) {
      throw new InvalidInputException(
          "change_description", "Say in a line why this version is there.");
    }
    return description;
  }
}
