package prismq.t.script.versioning.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptAudience;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.history.InvalidInputException;

/** Who is named for a script as JSON, for those who manage it. */
record AudienceJson(boolean restricted, List<RightJson> rights) {
  private static final String EMAIL = "email";
  private static final String RIGHT = "right";

  /** Somebody with their right. */
  record RightJson(String email, String right) {}

  static AudienceJson of(ScriptAudience audience, Accounts accounts) {
    return new AudienceJson(
        audience.isRestricted(),
        accounts.list().stream()
            .filter(account -> audience.rights().containsKey(account.id()))
            .map(account -> new RightJson(account.email(), word(audience, account)))
            .toList());
  }

  private static String word(ScriptAudience audience, Account account) {
    return audience.rights().getOrDefault(account.id(), Right.NONE).word();
  }

  /**
   * Rights by the numbers of accounts, as they were sent.
   *
   * @throws InvalidInputException if one is not of an account here, or is none
   */
  static Map<Long, Right> named(List<Map<String, Object>> sent, Accounts accounts) {
    Map<Long, Right> named = new TreeMap<>();
    for (Map<String, Object> one : sent) {
      if (!one.keySet().equals(Set.of(EMAIL, RIGHT))) {
        throw new InvalidInputException(
            "rights", "Each has an email and a right: {\"email\": \"…\", \"right\": \"read\"}.");
      }
      String email = String.valueOf(one.get(EMAIL));
      Account account =
          accounts
              .find(email)
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          "rights",
                          "Nobody has an account with the e-mail address " + email + "."));
      if (named.put(account.id(), Right.onScript(String.valueOf(one.get(RIGHT)))) != null) {
        throw new InvalidInputException("rights", email + " is named twice.");
      }
    }
    return named;
  }
}
