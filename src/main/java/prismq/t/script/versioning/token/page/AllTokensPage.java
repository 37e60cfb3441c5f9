package prismq.t.script.versioning.token.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.page.LocalTimes;
import prismq.t.script.versioning.token.Tokens;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/** The page on which admins see everybody's tokens, and revoke them. */
public final class AllTokensPage {
  private final Tokens tokens;
  private final Pages pages;

  /** Shows and revokes these tokens. */
  public AllTokensPage(Tokens tokens, Pages pages) {
    this.tokens = tokens;
    this.pages = pages;
  }

  /** What the template shows. */
  record Model(List<TokenRow> tokens) {}

  /** Answers {@code /people/tokens}. */
  public void show(Context context) {
    if (Requester.of(context) instanceof SignedIn signedIn) {
      LocalTimes times = new LocalTimes(signedIn.account().timeZone());
      List<TokenRow> rows = tokens.list().stream().map(owned -> TokenRow.of(owned, times)).toList();
      pages.answer(context, 200, "token/all-tokens", new Model(rows));
    } else {
      context.redirect(Urls.SET_UP, HttpStatus.SEE_OTHER);
    }
  }

  /** Takes a token of anybody back. */
  public void revoke(Context context) {
    tokens.revoke(tokens.token(TokensPage.id(context)));
    context.redirect(Urls.ALL_TOKENS, HttpStatus.SEE_OTHER);
  }
}
