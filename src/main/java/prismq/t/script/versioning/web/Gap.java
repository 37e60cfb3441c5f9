package prismq.t.script.versioning.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A place in a page where something of one person stands. */
enum Gap {
  /** The menu with the name. */
  MENU(PersonView.MENU_MARK),
  /** The token of a form. */
  TOKEN(PersonView.TOKEN_MARK),
  /** The number of the account. */
  ACCOUNT(PersonView.ACCOUNT_MARK);

  private final String mark;

  Gap(String mark) {
    this.mark = mark;
  }

  /** Where a gap is in HTML, by the characters of its mark. */
  record GapPlace(Gap gap, int start) {
    int end() {
      return start + gap.mark.length();
    }
  }

  /**
   * The gaps of a page in their order. Each mark is looked for by itself: an expression for all of
   * them takes as long as all else that a page needs.
   */
  static List<GapPlace> places(String html) {
    List<GapPlace> places = new ArrayList<>();
    for (Gap gap : values()) {
      for (int at = html.indexOf(gap.mark); at >= 0; ) {
        GapPlace place = new GapPlace(gap, at);
        places.add(place);
        at = html.indexOf(gap.mark, place.end());
      }
    }
    places.sort(Comparator.comparingInt(GapPlace::start));
    return places;
  }

  /** What stands for it in HTML. */
  String mark() {
    return mark;
  }
}
