package prismq.t.script.versioning.token;

import java.util.List;
import prismq.t.script.versioning.account.Account;

/**
 * A token for a list of them.
 *
 * @param scriptIds of the scripts that it is for, in alphabetical order
 * @param projects the names of those that it is for, in alphabetical order, as far as whoever sees
 *     the list may know of them
 */
public record OwnedToken(
    Token token, Account owner, List<String> scriptIds, List<String> projects) {
  /** Whether it is for projects that are not named here. */
  public boolean isForOthers() {
    return token.limit().projects().size() > projects.size();
  }
}
