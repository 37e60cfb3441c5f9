package prismq.t.script.versioning.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which drafts a form is about. Every open page writes one under a key of its own; those of other
 * pages it takes the place of, as it has seen them.
 *
 * @param own the key of the page; empty where it writes none
 * @param seen the revisions of others, by their keys
 */
public record DraftKeys(String own, Map<String, Long> seen) {
  /** Of a form that has none. */
  public static final DraftKeys NONE = new DraftKeys("", Map.of());

  /** The name of the field that holds them. */
  public static final String FIELD = "draft";

  private static final Pattern KEY = Pattern.compile("([a-z0-9]{1,60})(?:\\.(\\d{1,15}))?");

  /** Those that {@link #text} made; what is none of them is passed over. */
  public static DraftKeys of(String text) {
    String own = "";
    Map<String, Long> seen = new LinkedHashMap<>();
    for (String word : text.split(" ", -1)) {
      Matcher key = KEY.matcher(word);
      if (!key.matches()) {
        continue;
      }
      if (key.group(2) != null) {
        seen.put(key.group(1), Long.parseLong(key.group(2)));
      } else if (own.isEmpty()) {
        own = key.group(1);
      }
    }
    return new DraftKeys(own, seen);
  }

  /** Those of a page that has seen one draft, as it is now, and writes none of its own yet. */
  public static DraftKeys seen(StoredDraft draft) {
    return new DraftKeys("", Map.of(draft.pageKey(), draft.revision()));
  }

  /** Whether whoever sends the form has seen all of a draft, or written it. */
  boolean cover(DraftHead draft) {
    Long revision = seen.get(draft.pageKey());
    return draft.pageKey().equals(own) || (revision != null && draft.revision() <= revision);
  }

  /** As it stands in the field. */
  public String text() {
    StringBuilder text = new StringBuilder(own);
    seen.forEach(
        (key, revision) ->
            text.append(text.isEmpty() ? "" : " ").append(key).append('.').append(revision));
    return text.toString();
  }
}
