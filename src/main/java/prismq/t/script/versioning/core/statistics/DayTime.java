package prismq.t.script.versioning.core.statistics;

import java.util.Locale;
import java.util.Set;

/** When a scene plays, as its heading says in one of some languages. */
public enum DayTime {
  /** While it is light. */
  DAY(
      Set.of("DAY", "MORNING", "NOON", "AFTERNOON", "TAG", "MORGEN", "VORMITTAG", "MITTAG"),
      Set.of("NACHMITTAG", "JOUR", "MATIN", "DÍA", "DIA", "GIORNO", "DEN", "DEŇ", "RÁNO", "DAG")),
  /** Between day and night. */
  TWILIGHT(
      Set.of("DAWN", "DUSK", "SUNRISE", "SUNSET", "TWILIGHT", "DÄMMERUNG", "AUBE", "CRÉPUSCULE"),
      Set.of("AMANECER", "ATARDECER", "ALBA", "TRAMONTO", "ÚSVIT", "SOUMRAK", "SÚMRAK")),
  /** While it is dark. */
  NIGHT(
      Set.of("NIGHT", "EVENING", "MIDNIGHT", "NACHT", "ABEND", "NUIT", "SOIR", "NOCHE", "NOTTE"),
      Set.of("SERA", "NOITE", "NOC", "VEČER", "NATT", "AVOND")),
  /** The heading does not say it. */
  NOT_SAID(Set.of(), Set.of());

  private final Set<String> words;
  private final Set<String> more;

  DayTime(Set<String> words, Set<String> more) {
    this.words = words;
    this.more = more;
  }

  /** What its name is in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a part of a heading says, in capitals: its first word that tells. */
  static DayTime of(String part) {
    int start = 0;
    for (int i = 0; i <= part.length(); i++) {
      if (i == part.length() || !Character.isLetter(part.charAt(i))) {
        String word = part.substring(start, i);
        for (DayTime time : values()) {
          if (time.words.contains(word) || time.more.contains(word)) {
            return time;
          }
        }
        start = i + 1;
      }
    }
    return NOT_SAID;
  }
}
