package prismq.t.script.versioning.token;

import prismq.t.script.versioning.account.Account;

/** What a token that was sent turned out to be. */
public sealed interface TokenCheck {
  /** It lets its holder in. */
  record Good(Token token, Account owner) implements TokenCheck {}

  /** It does not. */
  record Bad(TokenFault fault) implements TokenCheck {}
}
