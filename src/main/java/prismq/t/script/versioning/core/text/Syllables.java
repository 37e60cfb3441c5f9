package prismq.t.script.versioning.core.text;

/**
 * Where syllables end in Lao, Khmer and Burmese, as far as their spelling tells it without a
 * dictionary. Takes letters and marks of one script, and nothing else.
 */
final class Syllables {
  private static final String LAO_LEADING_VOWELS = "ເແໂໃໄ";
  private static final String LAO_TRAILING_VOWELS = "ະາຳຽ";
  private static final String LAO_FINALS = "ກງຍດນບມຣວ";
  private static final String LAO_REPEATS = "ໆຯ";
  private static final char LAO_E = 'ເ';
  private static final char LAO_O = 'ອ';
  private static final char LAO_W = 'ວ';

  private static final char KHMER_SUBSCRIPT = '\u17D2';
  private static final char KHMER_REPEAT = 'ៗ';

  /** Vowels and signs that end a syllable. */
  private static final String KHMER_ENDS = "\u17C3\u17C5\u17C6\u17C7\u17C8\u17CB";

  private static final char BURMESE_STACK = '\u1039';
  private static final char BURMESE_KILLER = '\u103A';
  private static final char BURMESE_TONE = '\u1037';

  private Syllables() {}

  /**
   * Lao: a vowel before the consonant, the consonant, marks and vowels after it, and a consonant at
   * the end that has no vowel of its own.
   */
  static int endOfLao(CharSequence letters, int start) {
    boolean hasLeading = isAny(LAO_LEADING_VOWELS, letters, start);
    int first = hasLeading ? start + 1 : start;
    int at = afterLaoMarks(letters, first + 1);
    boolean hasVowel = hasLeading || hasLaoVowel(letters, first + 1, at);
    if (!hasVowel && isLaoConsonant(letters, at)) {
      at = afterLaoMarks(letters, at + 1); // The second half of the start, or the vowel o or ua.
    } else if (letters.charAt(start) == LAO_E && isBareLao(letters, at, LAO_O)) {
      at++; // The second half of a vowel such as that of ເຮືອນ.
    }
    if (isLaoFinal(letters, at)) {
      at++;
    }
    while (isAny(LAO_REPEATS, letters, at)) {
      at = afterMarks(letters, at + 1);
    }
    return Math.min(at, letters.length());
  }

  /** Behind marks and the vowels that are written after a consonant. */
  private static int afterLaoMarks(CharSequence letters, int start) {
    int at = start;
    while (at < letters.length() && isLaoDependent(letters, at)) {
      at++;
    }
    return at;
  }

  private static boolean isLaoDependent(CharSequence letters, int at) {
    return isMark(letters, at) || isAny(LAO_TRAILING_VOWELS, letters, at);
  }

  /** Whether there is a vowel among marks, and not only a tone. */
  private static boolean hasLaoVowel(CharSequence letters, int start, int end) {
    for (int i = start; i < end; i++) {
      if (letters.charAt(i) < '\u0EC8') {
        return true;
      }
    }
    return false;
  }

  private static boolean isLaoConsonant(CharSequence letters, int at) {
    return at < letters.length()
        && !isLaoDependent(letters, at)
        && !isAny(LAO_LEADING_VOWELS, letters, at)
        && !isAny(LAO_REPEATS, letters, at);
  }

  private static boolean isBareLao(CharSequence letters, int at, char letter) {
    return at < letters.length()
        && letters.charAt(at) == letter
        && !isLaoDependent(letters, at + 1);
  }

  /** Whether a consonant ends the syllable, and does not start the next one. */
  private static boolean isLaoFinal(CharSequence letters, int at) {
    if (!isAny(LAO_FINALS, letters, at) || isLaoDependent(letters, at + 1)) {
      return false;
    }
    boolean isBeforeO = isBareLao(letters, at + 1, LAO_O) && !isBareLao(letters, at + 2, LAO_O);
    boolean isBeforeVowel = isBeforeO || isBareLao(letters, at + 1, LAO_W);
    return !isBeforeVowel || !isLaoConsonant(letters, at + 2);
  }

  /** Khmer: a letter with those below it and its vowel, and a plain letter at the end. */
  static int endOfKhmer(CharSequence letters, int start) {
    int at = afterKhmerLetter(letters, start);
    boolean isOpen = !isAny(KHMER_ENDS, letters, at - 1);
    if (isOpen && isPlainKhmer(letters, at)) {
      at = afterKhmerLetter(letters, at);
    }
    while (at < letters.length() && letters.charAt(at) == KHMER_REPEAT) {
      at = afterMarks(letters, at + 1);
    }
    return at;
  }

  private static int afterKhmerLetter(CharSequence letters, int start) {
    int at = afterMarks(letters, start + 1);
    while (at < letters.length() && letters.charAt(at - 1) == KHMER_SUBSCRIPT) {
      at = afterMarks(letters, at + 1);
    }
    return at;
  }

  /** Whether a letter has no vowel; the sign that shortens the one before may be over it. */
  private static boolean isPlainKhmer(CharSequence letters, int at) {
    if (at >= letters.length() || letters.charAt(at) == KHMER_REPEAT) {
      return false;
    }
    return !isMark(letters, at + 1) || letters.charAt(at + 1) == '\u17CB';
  }

  /** Burmese: up to the next letter that is not below another and has its vowel. */
  static int endOfBurmese(CharSequence letters, int start) {
    int at = afterMarks(letters, start + 1);
    while (at < letters.length()
        && (letters.charAt(at - 1) == BURMESE_STACK || isKilled(letters, at))) {
      at = afterMarks(letters, at + 1);
    }
    return at;
  }

  /** Whether a letter is written without its vowel, before or after a sign of tone. */
  private static boolean isKilled(CharSequence letters, int at) {
    int sign = at + 1;
    if (sign < letters.length() && letters.charAt(sign) == BURMESE_TONE) {
      sign++;
    }
    return sign < letters.length()
        && (letters.charAt(sign) == BURMESE_KILLER || letters.charAt(sign) == BURMESE_STACK);
  }

  private static int afterMarks(CharSequence letters, int start) {
    int at = start;
    while (isMark(letters, at)) {
      at++;
    }
    return at;
  }

  private static boolean isMark(CharSequence letters, int at) {
    return at < letters.length() && Words.isMark(letters.charAt(at));
  }

  private static boolean isAny(String some, CharSequence letters, int at) {
    return at < letters.length() && some.indexOf(letters.charAt(at)) >= 0;
  }
}
