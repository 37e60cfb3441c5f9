package prismq.t.script.versioning.token;

import java.util.List;
import prismq.t.script.versioning.account.Account;

/**
 * A token for a list of them.
 *
 * @param scriptIds of the scripts that it is for, in alphabetical order; empty for all
 */
public record OwnedToken(Token token, Account owner, List<String> scriptIds) {}
