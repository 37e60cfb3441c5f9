package prismq.t.script.versioning.home;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.home.HomeStore.AskedReview;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.review.Review;
import prismq.t.script.versioning.review.ReviewView;
import prismq.t.script.versioning.review.Reviews;
import prismq.t.script.versioning.web.Times;
import prismq.t.script.versioning.web.Urls;

/** What waits for somebody: reviews that they were asked for, and have said nothing to. */
final class MyTurn {
  private final Database database;
  private final Reviews reviews;
  private final HomeStore store = new HomeStore();

  MyTurn(Database database, Reviews reviews) {
    this.database = database;
    this.reviews = reviews;
  }

  /** Those asked for last first; without those whose text has changed since. */
  List<HomeItem> of(SignedIn person, int limit) {
    long account = person.account().id();
    List<AskedReview> asked =
        database.read(handle -> store.unanswered(handle, account, Access.readable(person), limit));
    List<HomeItem> items = new ArrayList<>();
    for (AskedReview one : asked) {
      ReviewView view = reviews.view(one.scriptId(), one.number());
      boolean mayAnswer =
          view.review().reviewers().stream()
              .anyMatch(who -> who.account().id() == account && who.mayAnswer());
      if (view.isOpenToVerdicts() && mayAnswer) {
        items.add(item(one, view.review()));
      }
    }
    return items;
  }

  private static HomeItem item(AskedReview one, Review review) {
    String by = review.askedBy().name();
    String sentence =
        review.deadline() == null
            ? Messages.text("home.asked", by, review.ofWhat())
            : Messages.text("home.asked_until", by, review.ofWhat(), Times.day(review.deadline()));
    return new HomeItem(
        one.title(),
        Urls.history(one.scriptId()),
        sentence,
        Messages.text("home.review"),
        Urls.review(one.scriptId(), one.number()),
        review.askedAt());
  }
}
