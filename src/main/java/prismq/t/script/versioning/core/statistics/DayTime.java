package prismq.t.script.versioning.core.statistics;

/** When a scene plays, as its heading says in one of some languages. */
public enum DayTime {
  /** While it is light. */
  DAY(
      " DAY MORNING NOON AFTERNOON TAG MORGEN VORMITTAG MITTAG NACHMITTAG JOUR MATIN DÍA DIA GIORNO"
          + " DEN DEŇ RÁNO DAG "),
  /** Between day and night. */
  TWILIGHT(
      " DAWN DUSK SUNRISE SUNSET TWILIGHT DÄMMERUNG AUBE CRÉPUSCULE AMANECER ATARDECER ALBA TRAMONTO"
          + " ÚSVIT SOUMRAK SÚMRAK "),
  /** While it is dark. */
  NIGHT(
      " NIGHT EVENING MIDNIGHT NACHT ABEND NUIT SOIR NOCHE NOTTE SERA NOITE NOC VEČER NATT AVOND "),
  /** The heading does not say it. */
  NOT_SAID("");

  /** Each between blanks. */
  private final String words;

  DayTime(String words) {
    this.words = words;
  }

  /** What a part of a heading says, in capitals: its first word that tells. */
  static DayTime of(String part) {
    int start = 0;
    for (int i = 0; i <= part.length(); i++) {
      if (i == part.length() || !Character.isLetter(part.charAt(i))) {
        String word = " " + part.substring(start, i) + " ";
        for (DayTime time : values()) {
          if (i > start && time.words.contains(word)) {
            return time;
          }
        }
        start = i + 1;
      }
    }
    return NOT_SAID;
  }
}
