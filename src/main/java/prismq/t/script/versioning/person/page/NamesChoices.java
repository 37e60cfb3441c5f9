package prismq.t.script.versioning.person.page;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.person.SavedName;
import prismq.t.script.versioning.web.Urls;

/**
 * Which names are listed.
 *
 * @param words stands in the name, the e-mail address or what is shown; empty for all
 * @param number of the page, from 1
 */
record NamesChoices(String words, WhichNames shown, int number) {
  private static final int MAX_PAGE = 100_000;

  /** Which names, by whether they are tied. */
  enum WhichNames {
    ALL("names.show.all"),
    UNTIED("names.show.untied"),
    TIED("names.show.tied");

    private final String titleKey;

    WhichNames(String titleKey) {
      this.titleKey = titleKey;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
      return Messages.text(titleKey);
    }
  }

  /** What the address asks for; anything else is as if it were left out. */
  static NamesChoices of(Context context) {
    return of(context.queryParam("q"), context.queryParam("show"), context.queryParam("page"));
  }

  static NamesChoices of(@Nullable String words, @Nullable String shown, @Nullable String number) {
    return new NamesChoices(
        words == null ? "" : words.strip(),
        Arrays.stream(WhichNames.values())
            .filter(value -> value.word().equals(shown))
            .findFirst()
            .orElse(WhichNames.ALL),
        number != null && number.matches("\\d{1,6}")
            ? Math.max(1, Math.min(MAX_PAGE, Integer.parseInt(number)))
            : 1);
  }

  boolean takes(SavedName name) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return (shown == WhichNames.ALL || name.isTied() == (shown == WhichNames.TIED))
        && (has(name.name(), wanted) || has(name.email(), wanted) || has(name.shown(), wanted));
  }

  private static boolean has(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** Whether any name may be left out. */
  public boolean narrows() {
    return !words.isEmpty() || shown != WhichNames.ALL;
  }

  String url(int page) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("q", words);
    parameters.put("show", shown == WhichNames.ALL ? null : shown.word());
    parameters.put("page", page == 1 ? null : Integer.toString(page));
    return Urls.with(Urls.NAMES, parameters);
  }
}
