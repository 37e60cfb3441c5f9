package prismq.t.script.versioning.token;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * What somebody says of a token to be made.
 *
 * @param name as it was typed
 * @param scriptIds of the scripts that it is for; with no projects either, it is for all
 * @param projects the names of the projects that it is for
 * @param days how long it works; null for ever
 */
public record NewToken(
    String name,
    TokenRight right,
    List<String> scriptIds,
    List<String> projects,
    @Nullable Integer days) {
  /** The longest time for which a token works, unless for ever. */
  public static final int MAX_DAYS = 3_650;

  /**
   * A name as it is kept.
   *
   * @throws InvalidInputException if it cannot be
   */
  public static String checkedName(String name) {
    String checked = Account.checkedName(name);
    if (checked.length() > Token.MAX_NAME) {
      throw new InvalidInputException(
          "name", FilledMessage.of("field.too_long", checked.length(), Token.MAX_NAME));
    }
    return checked;
  }

  /**
   * A number of days as somebody typed it; null for nothing.
   *
   * @throws InvalidInputException if it is no such number
   */
  public static @Nullable Integer checkedDays(String typed) {
    if (typed.isEmpty()) {
      return null;
    }
    int days = typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : 0;
    if (days < 1 || days > MAX_DAYS) {
      throw new InvalidInputException("expires", FilledMessage.of("token.days", "3,650"));
    }
    return days;
  }

  /** Refuses what the owner could not do. */
  void checkFor(Account owner) {
    List<TokenRight> offered = TokenRight.of(owner.role());
    if (!offered.contains(right)) {
      throw new InvalidInputException(
          "right",
          FilledMessage.of(
              "token.too_much", owner.name(), owner.role().word(), TokenRight.words(offered)));
    }
  }

  /** How long it works; null for ever. */
  @Nullable Duration life() {
    return days == null ? null : Duration.ofDays(days);
  }
}
