package prismq.t.script.versioning.script;

/**
 * A line as an SVG path of steps in tenths of a unit, which takes a third of the characters of its
 * points; what goes on at the same height is one step.
 */
final class StripLine {
  private static final String SCALE = " transform=\"scale(.1)\" d=\"";

  private final StringBuilder steps = new StringBuilder();
  private long firstX;
  private long firstY;
  private long x;
  private long y;

  /** How far the line goes on at its last height, which is not in the steps yet. */
  private long level;

  private int points;

  /** Leads the line to a point right of the last one. */
  void add(double toX, double toY) {
    long tenthX = Math.round(toX * 10);
    long tenthY = Math.round(toY * 10);
    if (points == 0) {
      firstX = tenthX;
      firstY = tenthY;
    } else if (tenthY == y) {
      level += tenthX - x;
    } else {
      endLevel();
      steps.append('l').append(tenthX - x).append(tenthY > y ? " " : "").append(tenthY - y);
    }
    x = tenthX;
    y = tenthY;
    points++;
  }

  private void endLevel() {
    if (level > 0) {
      steps.append('h').append(level);
      level = 0;
    }
  }

  int points() {
    return points;
  }

  /** The line itself. */
  String path(String cssClass) {
    return "<path class=\"" + cssClass + "\"" + SCALE + line() + "\"/>";
  }

  /** What lies between it and a line further down. */
  String area(int base) {
    return "<path class=\"area\"" + SCALE + line() + "V" + 10 * base + "H" + firstX + "z\"/>";
  }

  private String line() {
    endLevel();
    return "M" + firstX + " " + firstY + steps;
  }
}
