package prismq.t.script.versioning;

/** x. */
public final class Main {
  private Main() {}

  /** x. */
  public static void main(String[] args) {
    System.out.println("x");
  }
}
