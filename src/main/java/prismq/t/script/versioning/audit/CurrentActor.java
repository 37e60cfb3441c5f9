package prismq.t.script.versioning.audit;

/**
 * Who the running request is from. A request sets it for its thread before anything else; work that
 * it leaves to another thread carries it along.
 */
public final class CurrentActor {
  private static final ThreadLocal<Actor> CURRENT =
      ThreadLocal.withInitial(() -> Actor.THIS_COMPUTER);

  private CurrentActor() {}

  /** The one of this thread; {@link Actor#THIS_COMPUTER} outside of requests. */
  public static Actor get() {
    return CURRENT.get();
  }

  /** Sets the one of this thread. */
  public static void set(Actor actor) {
    CURRENT.set(actor);
  }

  /** Ends what {@link #set} began. */
  public static void clear() {
    CURRENT.remove();
  }

  /** Work for another thread, done for the one of this thread. */
  public static Runnable carriedTo(Runnable work) {
    Actor actor = get();
    return () -> {
      set(actor);
      try {
        work.run();
      } finally {
        clear();
      }
    };
  }
}
