package prismq.t.script.versioning.reading;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.BadRequestException;

/**
 * Which lines of compared pages of a screenplay are shown; headings always are.
 *
 * @param character whose speeches alone are shown, in capitals; empty for no such choice
 */
public record PageFilter(LineKind kind, String character) {
  /** All lines, because an address asks for no others. */
  public static final PageFilter NONE = new PageFilter(LineKind.UNASKED, "");

  private static final String ONLY = "only";
  private static final String CHARACTER = "character";

  /** The kinds of lines that can be chosen. */
  public enum LineKind {
    /** All of them, as long as nothing else was kept. */
    UNASKED,
    /** All of them, also where something else was kept. */
    ALL,
    /** What is spoken. */
    DIALOGUE,
    /** What is not spoken. */
    ACTION,
    /** What one character says. */
    CHARACTER;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Lines of a kind. */
  public static PageFilter of(LineKind kind) {
    return new PageFilter(kind, "");
  }

  /** What a character says. */
  public static PageFilter of(String character) {
    return new PageFilter(LineKind.CHARACTER, character.strip().toUpperCase(Locale.ROOT));
  }

  /** Tells the value of a parameter. */
  public interface ParameterReading {
    /** Null where there is none of that name. */
    @Nullable String of(String name);
  }

  /**
   * What an address asks for.
   *
   * @throws BadRequestException where it asks for what there is not
   */
  public static PageFilter asked(ParameterReading address) {
    @Nullable String character = address.of(CHARACTER);
    @Nullable String only = address.of(ONLY);
    if (character != null && !character.isBlank()) {
      return of(character);
    }
    if (only == null) {
      return NONE;
    }
    return switch (only) {
      case "all" -> of(LineKind.ALL);
      case "dialogue" -> of(LineKind.DIALOGUE);
      case "action" -> of(LineKind.ACTION);
      default -> throw new BadRequestException(Messages.text("compare.bad_only", only));
    };
  }

  /** Puts it into the parameters of an address. */
  public void addTo(Map<String, @Nullable String> parameters) {
    parameters.put(ONLY, only());
    parameters.put(CHARACTER, kind == LineKind.CHARACTER ? character : null);
  }

  /** The kind's name in addresses; null where they need none. */
  public @Nullable String only() {
    return kind == LineKind.UNASKED || kind == LineKind.CHARACTER ? null : kind.word();
  }

  /** Whether nothing is hidden. */
  public boolean isAll() {
    return kind == LineKind.UNASKED || kind == LineKind.ALL;
  }

  /** Whether it is the same to a reader. */
  public boolean isLike(PageFilter other) {
    return equals(other) || (isAll() && other.isAll());
  }

  /** The end of the key of the message that says what is hidden. */
  String word() {
    return kind.word();
  }
}
