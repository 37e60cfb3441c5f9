package prismq.t.script.versioning.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Grantee;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptAudience;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.group.AccountGroup;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.history.InvalidInputException;

/** Who is named for a script as JSON, for those who manage it. */
record AudienceJson(boolean restricted, List<RightJson> rights) {
  private static final String EMAIL = "email";
  private static final String GROUP = "group";
  private static final String RIGHT = "right";
  private static final String RIGHTS = "rights";

  /**
   * Somebody with their right.
   *
   * @param email null for a group
   * @param group its name; null for an account
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RightJson(@Nullable String email, @Nullable String group, String right) {}

  static AudienceJson of(ScriptAudience audience, Accounts accounts, Groups groups) {
    List<RightJson> rights = new ArrayList<>();
    for (Account account : accounts.list()) {
      @Nullable Right right = audience.rights().get(Grantee.account(account.id()));
      if (right != null) {
        rights.add(new RightJson(account.email(), null, right.word()));
      }
    }
    for (AccountGroup group : groups.list()) {
      @Nullable Right right = audience.rights().get(Grantee.group(group.id()));
      if (right != null) {
        rights.add(new RightJson(null, group.name(), right.word()));
      }
    }
    return new AudienceJson(audience.isRestricted(), rights);
  }

  /**
   * Rights by whom they are given to, as they were sent.
   *
   * @throws InvalidInputException if one is not of an account or a group here, or is none
   */
  static Map<Grantee, Right> named(
      List<Map<String, Object>> sent, Accounts accounts, Groups groups) {
    Map<Grantee, Right> named = new TreeMap<>();
    for (Map<String, Object> one : sent) {
      boolean isGroup = one.keySet().equals(Set.of(GROUP, RIGHT));
      if (!isGroup && !one.keySet().equals(Set.of(EMAIL, RIGHT))) {
        throw new InvalidInputException(
            RIGHTS,
            "Each has an email or a group, and a right:"
                + " {\"email\": \"…\", \"right\": \"read\"}.");
      }
      String name = String.valueOf(one.get(isGroup ? GROUP : EMAIL));
      Grantee grantee = isGroup ? group(name, groups) : account(name, accounts);
      if (named.put(grantee, Right.onScript(String.valueOf(one.get(RIGHT)))) != null) {
        throw new InvalidInputException(RIGHTS, name + " is named twice.");
      }
    }
    return named;
  }

  private static Grantee account(String email, Accounts accounts) {
    return accounts
        .find(email)
        .map(account -> Grantee.account(account.id()))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    RIGHTS, "Nobody has an account with the e-mail address " + email + "."));
  }

  private static Grantee group(String name, Groups groups) {
    return groups.list().stream()
        .filter(group -> group.name().equals(name))
        .map(group -> Grantee.group(group.id()))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException(RIGHTS, "There is no group “" + name + "”."));
  }
}
