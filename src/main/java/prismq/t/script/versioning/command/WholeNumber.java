package prismq.t.script.versioning.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of an option that is a whole number within limits. */
public abstract class WholeNumber implements ITypeConverter<Integer> {
  private final int least;
  private final int most;

  /** Takes numbers from least to most. */
  protected WholeNumber(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public Integer convert(String value) {
    String digits = value.strip();
    int number = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    if (number < least || number > most) {
      throw new TypeConversionException(
          "'" + value + "' is not a whole number from " + least + " to " + most);
    }
    return number;
  }
}
