package prismq.t.script.versioning.web;

/** A place in a page where something of one person stands. */
enum Gap {
  /** The menu with the name. */
  MENU(PersonView.MENU_MARK),
  /** The token of a form. */
  TOKEN(PersonView.TOKEN_MARK);

  private final String mark;

  Gap(String mark) {
    this.mark = mark;
  }

  static Gap of(String mark) {
    return mark.equals(MENU.mark) ? MENU : TOKEN;
  }

  /** What stands for it in HTML. */
  String mark() {
    return mark;
  }
}
