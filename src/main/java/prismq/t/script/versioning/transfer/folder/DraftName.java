package prismq.t.script.versioning.transfer.folder;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Folding;

/**
 * The name of a draft as people give them, taken apart into words, numbers and dates: the bare name
 * is the oldest, copies come after it, and what is called final comes last. Case, accents and the
 * signs between the parts do not count.
 */
final class DraftName implements Comparable<DraftName> {
  /** What a part says of a draft, the oldest first. */
  private enum Rank {
    OLD,
    END,
    COPY,
    NUMBER,
    DATE,
    ROUGH,
    DRAFT,
    VERSION,
    WORD,
    REVISION,
    FINAL
  }

  /**
   * A part of a name.
   *
   * @param number null if it is none
   * @param date null if it is none
   */
  private record NamePart(
      Rank rank, String word, @Nullable BigInteger number, @Nullable LocalDate date) {
    private static final NamePart END = new NamePart(Rank.END, "", null, null);

    static NamePart of(String word) {
      @Nullable Integer ordinal = ORDINALS.get(word);
      if (ordinal != null) {
        return of(BigInteger.valueOf(ordinal));
      }
      Rank rank = RANKS.getOrDefault(word, Rank.WORD);
      return new NamePart(rank, rank == Rank.WORD ? word : "", null, null);
    }

    static NamePart of(BigInteger number) {
      return new NamePart(Rank.NUMBER, "", number, null);
    }

    static NamePart of(LocalDate date) {
      return new NamePart(Rank.DATE, "", null, date);
    }

    int compare(NamePart other) {
      int byRank = rank.compareTo(other.rank);
      if (byRank != 0) {
        return byRank;
      }
      if (number != null && other.number != null) {
        return number.compareTo(other.number);
      }
      return date != null && other.date != null
          ? date.compareTo(other.date)
          : word.compareTo(other.word);
    }
  }

  private static final Map<String, Rank> RANKS = ranks();

  private static final Map<String, Integer> ORDINALS =
      Map.ofEntries(
          Map.entry("first", 1),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("fourth", 4),
          Map.entry("fifth", 5),
          Map.entry("sixth", 6),
          Map.entry("seventh", 7),
          Map.entry("eighth", 8),
          Map.entry("ninth", 9),
          Map.entry("tenth", 10),
          Map.entry("erste", 1),
          Map.entry("erster", 1),
          Map.entry("zweite", 2),
          Map.entry("zweiter", 2),
          Map.entry("dritte", 3),
          Map.entry("dritter", 3));

  /** Those that are written without a space before them. */
  private static final Pattern JOINED_COPY = Pattern.compile("(?:のコピー|副本|拷贝|복사본|사본)");

  private static final Pattern PARTS = Pattern.compile("\\d+|[\\p{L}\\p{M}]+");

  /** “Copy of” before a name, in the words of Windows, macOS and Google. */
  private static final Pattern COPY_OF =
      Pattern.compile(
          "^(?:copy|kopie|copie|copia|kopia|kopi|копия)\\s*(?:\\((\\d+)\\)\\s*)?"
              + "(?:of|von|van|de|di|av|af)\\s+");

  /** The letters and figures at the end that tell what a file is; a number is none. */
  private static final Pattern ENDING = Pattern.compile("\\.(?=\\p{Alpha})(\\p{Alnum}{1,12})$");

  private static final Pattern NUMBERED = Pattern.compile("\\p{Alpha}{1,7}\\d+");

  private final List<NamePart> parts;

  private DraftName(List<NamePart> parts) {
    this.parts = List.copyOf(parts);
  }

  private static Map<String, Rank> ranks() {
    Map<String, Rank> ranks = new HashMap<>();
    Map.of(
            Rank.OLD,
            "old older original orig originally backup bak previous vorher",
            Rank.COPY,
            "copy kopie copie copia kopia kopi копия コピー",
            Rank.ROUGH,
            "rough sketch outline zero wip treatment",
            Rank.DRAFT,
            "draft drafts entwurf brouillon borrador bozza rascunho",
            Rank.VERSION,
            "v ver vers version fassung",
            Rank.REVISION,
            "r rev revs revised revision rewrite rewritten edit edits edited corrected corrections"
                + " proof proofread polish polished clean updated new newer neu uberarbeitet"
                + " korrigiert",
            Rank.FINAL,
            "final finals finale finalfinal finished done last latest newest print printed"
                + " submission submitted published endgultig endfassung definitif definitivo"
                + " definitief letzte финал really truly very real actual"
                + " actually absolutely ultimate definitely")
        .forEach(
            (rank, words) -> {
              for (String word : words.split(" ", -1)) {
                ranks.put(Folding.fold(word), rank);
              }
            });
    return Map.copyOf(ranks);
  }

  /** The name of a file, without what its ending tells. */
  static DraftName ofFile(String name, NameDates dates) {
    return of(withoutEnding(name), dates);
  }

  /** A name, such as that of a folder. */
  static DraftName of(String name, NameDates dates) {
    List<NamePart> parts = new ArrayList<>();
    String rest = name;
    List<NamePart> copies = new ArrayList<>();
    for (Matcher copy = COPY_OF.matcher(Folding.fold(rest));
        copy.find();
        copy = COPY_OF.matcher(Folding.fold(rest))) {
      copies.add(0, NamePart.of("copy"));
      if (copy.group(1) != null) {
        copies.add(1, NamePart.of(new BigInteger(copy.group(1))));
      }
      rest = Folding.fold(rest).substring(copy.end());
    }
    for (Optional<NameDates.NameDate> date = dates.in(rest);
        date.isPresent();
        date = dates.in(rest)) {
      addParts(parts, rest.substring(0, date.get().start()));
      parts.add(NamePart.of(date.get().date()));
      rest = rest.substring(date.get().end());
    }
    addParts(parts, rest);
    parts.addAll(copies);
    return new DraftName(parts);
  }

  private static void addParts(List<NamePart> parts, String name) {
    String folded = JOINED_COPY.matcher(Folding.fold(name)).replaceAll(" copy ");
    Matcher part = PARTS.matcher(folded);
    while (part.find()) {
      String word = part.group();
      parts.add(
          Character.isDigit(word.charAt(0))
              ? NamePart.of(new BigInteger(word))
              : NamePart.of(word));
    }
  }

  /** The name without its ending; what says which draft it is, is none. */
  static String withoutEnding(String name) {
    Matcher ending = ENDING.matcher(name);
    if (!ending.find() || ending.start() == 0) {
      return name;
    }
    String word = Folding.fold(ending.group(1));
    boolean isPart =
        RANKS.containsKey(word)
            || (NUMBERED.matcher(word).matches()
                && RANKS.containsKey(word.replaceFirst("\\d+$", "")));
    return isPart ? name : name.substring(0, ending.start());
  }

  @Override
  public int compareTo(DraftName other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int result = part(i).compare(other.part(i));
      if (result != 0) {
        return result;
      }
    }
    return 0;
  }

  private NamePart part(int index) {
    return index < parts.size() ? parts.get(index) : NamePart.END;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DraftName name && parts.equals(name.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }
}
