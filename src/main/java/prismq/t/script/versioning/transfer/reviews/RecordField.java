package prismq.t.script.versioning.transfer.reviews;

import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.history.Author;

/**
 * A field of a record.
 *
 * @param longest in characters, where it is a text
 */
public record RecordField(String name, FieldContent content, int longest, boolean isRequired) {
  /** What a field holds. */
  public enum FieldContent {
    /** A text in one line. */
    LINE,
    TEXT,
    /** A whole number from 0. */
    NUMBER,
    /** Milliseconds since 1970. */
    TIME,
    TRUTH
  }

  static RecordField line(String name, int longest) {
    return new RecordField(name, FieldContent.LINE, longest, true);
  }

  static RecordField text(String name, int longest) {
    return new RecordField(name, FieldContent.TEXT, longest, true);
  }

  static RecordField number(String name) {
    return new RecordField(name, FieldContent.NUMBER, 0, true);
  }

  static RecordField time(String name) {
    return new RecordField(name, FieldContent.TIME, 0, true);
  }

  static RecordField truth(String name) {
    return new RecordField(name, FieldContent.TRUTH, 0, false);
  }

  /** The name of somebody. */
  static RecordField person(String name) {
    return line(name, Author.MAX_NAME);
  }

  /** The e-mail address of somebody, where it is known. */
  static RecordField email(String name) {
    return line(name, Account.MAX_EMAIL).orNone();
  }

  /** The same where it can be missing. */
  RecordField orNone() {
    return new RecordField(name, content, longest, false);
  }
}
