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
import prismq.t.script.versioning.review.ShownTurn;
import prismq.t.script.versioning.web.Times;
import prismq.t.script.versioning.web.Urls;

/** The reviews in which it is somebody's turn. */
final class MyTurn {
  private final Database database;
  private final Reviews reviews;
  private final HomeStore store = new HomeStore();

  MyTurn(Database database, Reviews reviews) {
    this.database = database;
    this.reviews = reviews;
  }

  /** Those asked for last first. */
  List<HomeItem> of(SignedIn person, int limit) {
    long account = person.account().id();
    List<AskedReview> asked =
        database.read(handle -> store.concerning(handle, account, Access.readable(person), limit));
    List<HomeItem> items = new ArrayList<>();
    for (AskedReview one : asked) {
      ReviewView view = reviews.view(one.scriptId(), one.number());
      view.turns().stream()
          .filter(turn -> turn.account().id() == account)
          .findFirst()
          .ifPresent(turn -> items.add(item(one, view.review(), turn)));
    }
    return items;
  }

  private static HomeItem item(AskedReview one, Review review, ShownTurn turn) {
    String sentence =
        review.deadline() == null
            ? Messages.text("home.turn_in", review.ofWhat(), turn.why())
            : Messages.text(
                "home.turn_until", review.ofWhat(), turn.why(), Times.day(review.deadline()));
    return new HomeItem(
        one.title(),
        Urls.history(one.scriptId()),
        sentence,
        Messages.text("home.review"),
        Urls.review(one.scriptId(), one.number()),
        turn.since());
  }
}
