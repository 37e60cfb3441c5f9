package prismq.t.script.versioning.core.text;

/** The letters of Polish, Czech, Slovak, Hungarian, Romanian and Croatian, as in Windows-1250. */
final class CentralEuropean {
  private static final String LETTERS =
      "ĄĆĘŁŃÓŚŹŻąćęłńóśźżÁČĎÉĚÍŇŘŠŤÚŮÝŽáčďéěíňřšťúůýžÄÔÖÜßĹĽäôöüľŐŰőűĂÂÎŞŢăâîşţĐđËëÇç";

  /** At their bytes the encoding of Western Europe has letters that are used at least as much. */
  private static final String DOUBTFUL = "ŚśŢţĐđ";

  private static final String VOWELS = "aeiouyáéíóúýAEIOUY";

  private CentralEuropean() {}

  static boolean isDoubtful(int character) {
    return DOUBTFUL.indexOf(character) >= 0;
  }

  /** Whether a word of one of these languages can have it between these. */
  static boolean fits(int before, int character, int after) {
    boolean isBeforeVowel = VOWELS.indexOf(after) >= 0;
    return switch (character) {
      case 'ń', 'ă' -> !isBeforeVowel;
      case 'ę', 'ą' -> Character.isLetter(before) && !isBeforeVowel;
      default -> LETTERS.indexOf(character) >= 0;
    };
  }
}
