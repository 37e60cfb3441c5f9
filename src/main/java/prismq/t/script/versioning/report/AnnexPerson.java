package prismq.t.script.versioning.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Comment;
import prismq.t.script.versioning.comment.Commenter;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.comment.SuggestionDecision;
import prismq.t.script.versioning.review.GuestVerdict;
import prismq.t.script.versioning.review.Review;
import prismq.t.script.versioning.review.Reviewer;

/**
 * What somebody did in the review of a script.
 *
 * @param isProgram whether only programs use their account
 * @param isGuest whether they had a share link and no account
 * @param roles as which they were asked, as JSON has them
 * @param asked number of reviews that they were asked for
 * @param answered number of those in which they gave a verdict
 * @param comments number of comments that they did not delete
 * @param suggested number of their suggestions that were decided on
 * @param accepted number of those that were accepted
 */
record AnnexPerson(
    String name,
    boolean isProgram,
    boolean isGuest,
    SortedSet<String> roles,
    int asked,
    int answered,
    int comments,
    int suggested,
    int accepted) {

  /** Everybody who did anything, in the order of when they were asked or did so first. */
  static List<AnnexPerson> of(ReviewAnnex annex) {
    Map<String, AnnexPerson> people = new LinkedHashMap<>();
    for (Review review : annex.reviews()) {
      for (Reviewer reviewer : review.reviewers()) {
        Commenter by = new Commenter(reviewer.account().name(), reviewer.account().id());
        boolean isProgram = annex.programs().contains(reviewer.account().id());
        AnnexPerson before =
            people.computeIfAbsent(key(by), key -> none(by.name(), isProgram, false));
        people.put(key(by), before.with(reviewer));
      }
    }
    for (GuestVerdict given : annex.guestVerdicts()) {
      known(people, new Commenter(given.author(), null, given.isGuest() ? "" : null));
    }
    for (PlacedThread placed : annex.threads()) {
      for (Comment comment : placed.thread().comments()) {
        if (comment.body() != null) {
          AnnexPerson before = known(people, comment.by());
          people.put(key(comment.by()), before.plus(1, 0, 0));
        }
      }
    }
    for (Suggestion suggestion : annex.decided()) {
      AnnexPerson before = known(people, suggestion.by());
      @Nullable SuggestionDecision decision = suggestion.decision();
      boolean isAccepted = decision != null && decision.acceptedIn() != null;
      people.put(key(suggestion.by()), before.plus(0, 1, isAccepted ? 1 : 0));
    }
    return List.copyOf(people.values());
  }

  private static AnnexPerson known(Map<String, AnnexPerson> people, Commenter by) {
    return people.computeIfAbsent(key(by), key -> none(by.name(), false, by.isGuest()));
  }

  /** By names, as all that they wrote has them: a program writes in the names of others. */
  private static String key(Commenter by) {
    return (by.isGuest() ? "guest " : "name ") + by.name();
  }

  private static AnnexPerson none(String name, boolean isProgram, boolean isGuest) {
    return new AnnexPerson(name, isProgram, isGuest, new TreeSet<>(), 0, 0, 0, 0, 0);
  }

  private AnnexPerson with(Reviewer reviewer) {
    SortedSet<String> more = new TreeSet<>(roles);
    if (!reviewer.role().isEmpty()) {
      more.add(reviewer.role());
    }
    int given = reviewer.current() == null ? 0 : 1;
    return new AnnexPerson(
        name, isProgram, isGuest, more, asked + 1, answered + given, comments, suggested, accepted);
  }

  private AnnexPerson plus(int moreComments, int moreSuggested, int moreAccepted) {
    return new AnnexPerson(
        name,
        isProgram,
        isGuest,
        roles,
        asked,
        answered,
        comments + moreComments,
        suggested + moreSuggested,
        accepted + moreAccepted);
  }

  /**
   * What those who were asked as something said.
   *
   * @param role empty for those who were asked as nothing
   * @param people their names, each once
   * @param against number of verdicts that ask for changes or reject
   */
  record OfRole(
      String role, List<String> people, int asked, int answered, int approvals, int against) {
    /** The roles in which people were asked, in the order of being asked first. */
    static List<OfRole> of(ReviewAnnex annex) {
      Map<String, OfRole> roles = new LinkedHashMap<>();
      for (Review review : annex.reviews()) {
        for (Reviewer reviewer : review.reviewers()) {
          OfRole before =
              roles.getOrDefault(
                  reviewer.role(), new OfRole(reviewer.role(), List.of(), 0, 0, 0, 0));
          roles.put(reviewer.role(), before.with(reviewer));
        }
      }
      return List.copyOf(roles.values());
    }

    private OfRole with(Reviewer reviewer) {
      List<String> names = new ArrayList<>(people);
      if (!names.contains(reviewer.account().name())) {
        names.add(reviewer.account().name());
      }
      var given = reviewer.current();
      return new OfRole(
          role,
          List.copyOf(names),
          asked + 1,
          answered + (given == null ? 0 : 1),
          approvals + (given != null && given.verdict().isFor() ? 1 : 0),
          against + (given != null && given.verdict().isAgainst() ? 1 : 0));
    }
  }
}
