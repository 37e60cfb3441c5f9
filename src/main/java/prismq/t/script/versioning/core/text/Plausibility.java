package prismq.t.script.versioning.core.text;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How much characters look like what people write: letters beside letters of the same script, small
 * ones not before capital ones, quotation marks where a quotation starts or ends. Bytes read in a
 * wrong encoding rarely do.
 */
final class Plausibility {
  private static final int IMPOSSIBLE = -12;
  private static final int ODD = -4;
  private static final int UNUSUAL = -2;
  private static final int USUAL = 2;
  private static final int TELLING = 4;

  /** The letters of Western Europe; others are rare in its encodings. */
  private static final String WESTERN =
      "ÀÁÂÄÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜßàáâäãåæçèéêëìíîïñòóôöõøœùúûüŠšŽžÝýÞþÐð";

  private static final String RARE = "ŠšŽžŒœ";

  private static final String COMMON_CYRILLIC = "оеаинтсрвлкмдпуя";

  /** About four fifths of what is written in Korean. */
  private static final String COMMON_HANGUL =
      "이다는을가의에고도지한하은기를사자로어나시인서대리정아보해일만스라수제과전동부원장상주그것니면와관으국모"
          + "성생여게연선유신비구진공물문소마들위조경거오무중발있없내실안당회새글초최종본화편소설막극책각작품버수"
          + "안파복차간감개결계교금급김까났남년노녀누늘단달담던데될되된두드든때또람량러려력련른름말며미민바박반받방"
          + "배번법별병불사삼석세속손순술습식심씨야약양업역영예외요용우운월육음응임입았었적절점접져죄줄지질집찰처천"
          + "체출치크키타토통트특판표품피필할합함항행현형호혼환황후히힘";

  private static final String OPENING = "“‘„‚‹";
  private static final String CLOSING = "”’›";
  private static final String SIGNS_OF_PROSE = "–—…";
  private static final String SIGNS_OF_LISTS = "•·";
  private static final String SIGNS_OF_NUMBERS = "§°£€½¼¾±";
  private static final String MODIFIERS = "ˆ˜¨¸˘˙˚˝˛ˇ¯";

  private final String text;
  private final Charset charset;

  private Plausibility(String text, Charset charset) {
    this.text = text;
    this.charset = charset;
  }

  /** The sum over all characters beyond ASCII; the more, the likelier. */
  static int of(String text, Charset charset) {
    Plausibility plausibility = new Plausibility(text, charset);
    int sum = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (text.charAt(at) >= 128) {
        sum += plausibility.at(at);
      }
    }
    return sum;
  }

  private int at(int at) {
    int character = text.codePointAt(at);
    int type = Character.getType(character);
    if (character == 0xFFFD
        || type == Character.CONTROL
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE) {
      // A few broken characters do not make a text of UTF-8 anything else.
      return charset.equals(StandardCharsets.UTF_8) ? ODD - 1 : IMPOSSIBLE;
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      // Bytes of other encodings hardly ever make a character of UTF-8.
      return 2 * TELLING + USUAL;
    }
    int before = at == 0 ? ' ' : text.codePointBefore(at);
    int end = at + Character.charCount(character);
    int after = end == text.length() ? ' ' : text.codePointAt(end);
    if (isOrdinal(character, before) || isPower(character, at)) {
      return USUAL;
    }
    if (Character.isLetter(character)) {
      // Names of roles are in capital letters to their end.
      boolean endsCapitals =
          Character.isLowerCase(character)
              && at > 1
              && Character.isUpperCase(before)
              && Character.isUpperCase(text.charAt(at - 2));
      return endsCapitals ? ODD : letter(character, before, after);
    }
    return sign(character, type, before, after);
  }

  /** As in 1º, Sª and nº. */
  private static boolean isOrdinal(int character, int before) {
    return (character == 'º' || character == 'ª') && Character.isLetterOrDigit(before);
  }

  /** As in m² and km³. */
  private boolean isPower(int character, int at) {
    boolean isDigit = character == '²' || character == '³';
    String before = text.substring(Math.max(0, at - 4), at);
    return isDigit && before.matches("(?s)(.*[^\\p{L}])?[kcdm]?m");
  }

  private int letter(int character, int before, int after) {
    if (HalfWidthKatakana.is(character)) {
      boolean fits = isJapanese() && HalfWidthKatakana.fits(before, character, after);
      return fits ? 1 : ODD;
    }
    if (isEastAsian(character)) {
      if (isEastAsian(before) || isEastAsian(after)) {
        return eastAsian(character);
      }
      // Alone it may be a name, but in a word of other letters it is none.
      boolean isInWord = Character.isLetter(before) || Character.isLetter(after);
      return isInWord ? ODD : Math.min(1, eastAsian(character));
    }
    return switch (UnicodeScript.of(character)) {
      case LATIN -> alphabetic(character, before, after) + latin(character, before, after);
      case CYRILLIC -> cyrillic(character, alphabetic(character, before, after));
      case GREEK -> alphabetic(character, before, after);
      default -> UNUSUAL;
    };
  }

  private static boolean isEastAsian(int character) {
    return character >= 0x2E80
        && (character <= 0xD7FF || (character >= 0xF900 && character <= 0xFFDC));
  }

  private int eastAsian(int character) {
    if (isHalfWidth(character)) {
      return ODD;
    }
    return switch (UnicodeScript.of(character)) {
      case HAN ->
          CommonHan.has(character, charset)
              ? 2 * TELLING
              : isCommon(character) ? TELLING + 1 : UNUSUAL;
      case HIRAGANA, KATAKANA -> isJapanese() ? TELLING + USUAL : UNUSUAL;
      case HANGUL -> !isKorean() ? UNUSUAL : COMMON_HANGUL.indexOf(character) < 0 ? 1 : 2 * TELLING;
      default -> character >= 0xFF00 || character == 'ー' ? USUAL : UNUSUAL;
    };
  }

  /** A letter of a script with capital letters. */
  private static int alphabetic(int character, int before, int after) {
    UnicodeScript script = UnicodeScript.of(character);
    boolean isAfter = Character.isLetter(before);
    boolean isBefore = Character.isLetter(after);
    if ((isAfter && UnicodeScript.of(before) != script)
        || (isBefore && UnicodeScript.of(after) != script)) {
      return 2 * ODD;
    }
    if ((Character.isLowerCase(before) && Character.isUpperCase(character))
        || (Character.isLowerCase(character) && Character.isUpperCase(after))) {
      return ODD;
    }
    if (Character.isUpperCase(before)
        && Character.isUpperCase(character)
        && Character.isLowerCase(after)) {
      return ODD;
    }
    boolean isByDigit = Character.isDigit(before) || Character.isDigit(after);
    return isAfter || isBefore ? USUAL : isByDigit ? UNUSUAL : 0;
  }

  private int latin(int character, int before, int after) {
    boolean isPaired = isPlainWestern(character) && isPlainWestern(before);
    if (charset.name().equals("windows-1250") && !isPaired) {
      return !CentralEuropean.fits(before, character, after)
          ? ODD
          : CentralEuropean.isDoubtful(character) ? -1 : 0;
    }
    if (WESTERN.indexOf(character) < 0) {
      return ODD;
    }
    if ((character == 'ì' || character == 'ù') && Character.isLetter(after)) {
      return UNUSUAL;
    }
    boolean isFrench = (character == 'œ' || character == 'Œ') && "uU".indexOf(after) >= 0;
    // Hardly a word has two of them side by side.
    return before >= 128 && Character.isLetter(before)
        ? ODD + 1
        : RARE.indexOf(character) >= 0 && !isFrench ? -1 : 0;
  }

  private static boolean isPlainWestern(int character) {
    return WESTERN.indexOf(character) >= 0 && RARE.indexOf(character) < 0;
  }

  private static int cyrillic(int character, int asLetter) {
    boolean isRussian = (character >= 'А' && character <= 'я') || "Ёё".indexOf(character) >= 0;
    boolean isCommon = COMMON_CYRILLIC.indexOf(Character.toLowerCase(character)) >= 0;
    return asLetter + (!isRussian ? UNUSUAL : isCommon && asLetter > 0 ? 1 : 0);
  }

  private static int sign(int character, int type, int before, int after) {
    boolean isOpen = isSpace(before) || isPunctuation(before);
    if (OPENING.indexOf(character) >= 0) {
      return isOpen && !isSpace(after) ? TELLING : ODD;
    }
    if (CLOSING.indexOf(character) >= 0) {
      boolean isApostrophe = character == '’' && Character.isLetter(after);
      return !isSpace(before) && (isApostrophe || !Character.isLetterOrDigit(after))
          ? TELLING
          : ODD;
    }
    if (character == '–' && Character.isLowerCase(before) && Character.isLowerCase(after)) {
      return 0;
    }
    if (SIGNS_OF_PROSE.indexOf(character) >= 0
        || (SIGNS_OF_LISTS.indexOf(character) >= 0 && isSpace(before) && isSpace(after))
        || (SIGNS_OF_NUMBERS.indexOf(character) >= 0
            && (Character.isDigit(before) || Character.isDigit(after)))) {
      return USUAL;
    }
    if (character == '«' || character == '»' || character == '¿' || character == '¡') {
      return isInWord(before, after) ? ODD : USUAL;
    }
    if (UnicodeScript.of(character) == UnicodeScript.COMMON
        && character >= 0x3000
        && character <= 0xFF65) {
      return character < 0xFF61 ? USUAL : ODD;
    }
    if (MODIFIERS.indexOf(character) >= 0
        || (character >= 0x2500 && character <= 0x25FF)
        || type == Character.MATH_SYMBOL) {
      return isSpace(before) && isSpace(after) ? UNUSUAL : ODD;
    }
    return isInWord(before, after) ? ODD : 0;
  }

  private static boolean isInWord(int before, int after) {
    return Character.isLetter(before) && Character.isLetter(after);
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private static boolean isPunctuation(int character) {
    return !Character.isLetterOrDigit(character) && !isSpace(character);
  }

  private static boolean isHalfWidth(int character) {
    return character >= 0xFF61 && character <= 0xFFDC;
  }

  private boolean isJapanese() {
    return charset.name().equals("windows-31j") || charset.name().equals("EUC-JP");
  }

  private boolean isKorean() {
    return charset.name().equals("x-windows-949") || charset.name().equals("EUC-KR");
  }

  /** Whether a Chinese character is in the rows that its national standard has for common ones. */
  private boolean isCommon(int character) {
    byte[] bytes = new String(Character.toChars(character)).getBytes(charset);
    if (bytes.length != 2) {
      return false;
    }
    int row = bytes[0] & 0xFF;
    int cell = bytes[1] & 0xFF;
    return switch (charset.name()) {
      case "GB18030", "GBK" -> row >= 0xB0 && row <= 0xD7 && cell >= 0xA1;
      case "windows-31j" -> row >= 0x88 && row <= 0x97;
      case "EUC-JP" -> row >= 0xB0 && row <= 0xCF && cell >= 0xA1;
      case "Big5" -> row >= 0xA4 && row <= 0xC6;
      default -> false;
    };
  }
}
