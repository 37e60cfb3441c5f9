package prismq.t.script.versioning.review;

import java.util.List;
import prismq.t.script.versioning.account.Account;

/** Who approves the words of a version, and who is against them, in whatever reviews of them. */
public record Approvals(List<Account> approving, List<Account> opposing) {}
