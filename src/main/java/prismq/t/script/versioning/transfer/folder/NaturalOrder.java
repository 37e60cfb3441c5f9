package prismq.t.script.versioning.transfer.folder;

import java.util.Comparator;

/** The order people give to numbered names, the same in every locale: v2 comes before v10. */
final class NaturalOrder implements Comparator<String> {
  static final Comparator<String> INSTANCE =
      new NaturalOrder().thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  @Override
  public int compare(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      int result;
      if (isDigit(left.charAt(i)) && isDigit(right.charAt(j))) {
        int leftEnd = endOfDigits(left, i);
        int rightEnd = endOfDigits(right, j);
        result = compareNumbers(left.substring(i, leftEnd), right.substring(j, rightEnd));
        i = leftEnd;
        j = rightEnd;
      } else {
        result = Character.compare(folded(left.charAt(i++)), folded(right.charAt(j++)));
      }
      if (result != 0) {
        return result;
      }
    }
    return Integer.compare(left.length() - i, right.length() - j);
  }

  /** Compares digits of any length by value. */
  private static int compareNumbers(String left, String right) {
    String leftValue = withoutLeadingZeros(left);
    String rightValue = withoutLeadingZeros(right);
    int byLength = Integer.compare(leftValue.length(), rightValue.length());
    return byLength != 0 ? byLength : leftValue.compareTo(rightValue);
  }

  private static String withoutLeadingZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  private static int endOfDigits(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char folded(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
