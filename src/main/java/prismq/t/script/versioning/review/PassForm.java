package prismq.t.script.versioning.review;

import java.util.List;
import prismq.t.script.versioning.account.Account;

/**
 * The form by which a turn is passed on.
 *
 * @param people to whom it can be passed
 */
record PassForm(List<Account> people) {}
