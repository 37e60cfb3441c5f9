package prismq.t.script.versioning.label;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Grantee;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.comment.Threads;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.review.Approvals;
import prismq.t.script.versioning.review.Reviews;

/** Finds what is in the way of moving a label. */
final class LabelObstacles {
  private final Groups groups;
  private final Reviews reviews;
  private final Threads threads;

  LabelObstacles(Groups groups, Reviews reviews, Threads threads) {
    this.groups = groups;
    this.reviews = reviews;
    this.threads = threads;
  }

  /**
   * What is in the way, in sentences.
   *
   * @param version that is to get the label; null where it is only taken away
   */
  List<String> of(Requester requester, String scriptId, LabelRule rule, @Nullable Integer version) {
    List<String> found = new ArrayList<>();
    if (!mayMove(requester, scriptId, rule)) {
      found.add(Messages.text("label.not_mover." + rule.movers().word()));
    }
    if (version != null && rule.approvals() > 0) {
      addMissingApprovals(found, reviews.approvals(scriptId, version), rule.approvals());
    }
    int open = version != null && rule.needsThreadsResolved() ? threads.open(scriptId) : 0;
    if (open > 0) {
      found.add(Messages.count("label.open_threads", open, Integer.toString(open)));
    }
    return found;
  }

  private static void addMissingApprovals(List<String> found, Approvals given, int needed) {
    int approving = given.approving().size();
    if (approving < needed) {
      found.add(Messages.text("label.too_few_approvals", approving, needed));
    }
    if (!given.opposing().isEmpty()) {
      List<String> names = given.opposing().stream().map(Account::name).toList();
      found.add(Messages.text("label.opposed", Messages.list(names)));
    }
  }

  private boolean mayMove(Requester requester, String scriptId, LabelRule rule) {
    return switch (rule.movers()) {
      case WRITE -> true;
      case MANAGE -> Access.may(requester, Right.MANAGE, new Thing.GuardedScript(scriptId));
      case NAMED -> isNamed(requester, rule);
    };
  }

  private boolean isNamed(Requester requester, LabelRule rule) {
    @Nullable Account account = requester.account();
    return account != null
        && (rule.named().contains(Grantee.account(account.id()))
            || groups.list().stream()
                .anyMatch(
                    group ->
                        group.members().contains(account.id())
                            && rule.named().contains(Grantee.group(group.id()))));
  }
}
