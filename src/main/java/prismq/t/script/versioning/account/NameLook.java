package prismq.t.script.versioning.account;

import java.text.Normalizer;
import java.util.Locale;
import prismq.t.script.versioning.core.text.InvisibleCharacters;

/**
 * What readers tell names apart by: letters of Cyrillic, Greek and other scripts that look like
 * Latin ones count as those (Unicode Technical Standard 39 calls them confusable), and what nobody
 * sees does not count.
 */
final class NameLook {
  /** Cyrillic, Greek, and some of other scripts; capitals and small letters may look otherwise. */
  private static final String LOOKALIKES =
      "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422"
          + "\u0423\u0425\u0406\u0408\u0405\u04AE\u04C0"
          + "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455"
          + "\u0501\u04BB\u04CF\u043A\u043C\u0442\u043D\u0432\u051B\u051D"
          + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F"
          + "\u03A1\u03A4\u03A5\u03A7"
          + "\u03B1\u03BF\u03BD\u03C1\u03C4\u03C5\u03B9\u03BA\u03B5\u03B3"
          + "\u03C7"
          + "\u0131\u0251\u0261\u0585\u057D\u0570\u0578\u01C0";

  /** What they look like, in the same order. */
  private static final String LATIN =
      "ABEKMHOPCTYXIJSYl" + "aeopcyxijsdhlkmthbqw" + "ABEZHIKMNOPTYX" + "aovptuikeyx" + "iagouhnl";

  private NameLook() {}

  /** Equal for names that readers would take for each other; empty for one that nobody sees. */
  static String of(String name) {
    StringBuilder look = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .codePoints()
        .filter(NameLook::isSeen)
        .map(NameLook::latin)
        .forEach(look::appendCodePoint);
    return look.toString()
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[i1|]", "l")
        .replace('0', 'o');
  }

  private static boolean isSeen(int codePoint) {
    return Character.getType(codePoint) != Character.FORMAT
        && !InvisibleCharacters.contains(codePoint)
        && !isFiller(codePoint);
  }

  /** Letters and signs that are blank: fillers of Hangul, and Braille without dots. */
  private static boolean isFiller(int codePoint) {
    return codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x2800;
  }

  private static int latin(int codePoint) {
    int place = LOOKALIKES.indexOf(codePoint);
    return place < 0 ? codePoint : LATIN.charAt(place);
  }
}
