package prismq.t.script.versioning.comment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import prismq.t.script.versioning.account.Account;

/**
 * Somebody whom a comment names, as in “@Ann Lee”.
 *
 * @param written how the comment writes the name
 * @param name the name that the account has now
 */
public record Mention(long account, String written, String name) {
  /** Those of some people whom a text names, each once. Of several names the longest counts. */
  public static List<Mention> in(String text, List<Account> people) {
    List<Account> longestFirst =
        people.stream()
            .sorted(Comparator.comparingInt((Account account) -> -account.name().length()))
            .toList();
    List<Mention> mentions = new ArrayList<>();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = at + 1;
      if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
        continue; // As in an address of e-mail.
      }
      longestFirst.stream()
          .filter(account -> isAt(text, start, account.name()))
          .findFirst()
          .filter(account -> mentions.stream().noneMatch(known -> known.account == account.id()))
          .ifPresent(
              account -> {
                String written = text.substring(start, start + account.name().length());
                mentions.add(new Mention(account.id(), written, account.name()));
              });
    }
    return mentions;
  }

  /** Whether a name starts at a place of a text, and ends there with a word. */
  static boolean isAt(String text, int start, String name) {
    int end = start + name.length();
    return text.regionMatches(true, start, name, 0, name.length())
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }
}
