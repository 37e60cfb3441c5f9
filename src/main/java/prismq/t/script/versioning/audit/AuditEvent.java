package prismq.t.script.versioning.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done, to be recorded.
 *
 * @param scriptId the script that it is about; null for none
 * @param versionNumber the version that it is about; null for none
 * @param thing what else it is about, such as the name of a label, in a few words
 */
public record AuditEvent(
    AuditAct act,
    Actor actor,
    @Nullable String scriptId,
    @Nullable Integer versionNumber,
    String thing) {

  /** What the {@link CurrentActor} did to something that is no script. */
  public static AuditEvent of(AuditAct act, String thing) {
    return new AuditEvent(act, CurrentActor.get(), null, null, thing);
  }

  /** What the {@link CurrentActor} did to a script. */
  public static AuditEvent of(AuditAct act, String scriptId, String thing) {
    return new AuditEvent(act, CurrentActor.get(), scriptId, null, thing);
  }

  /** The same about one of its versions. */
  public AuditEvent onVersion(int number) {
    return new AuditEvent(act, actor, scriptId, number, thing);
  }

  /** The same by somebody of this name, who is not signed in yet. */
  public AuditEvent as(String name) {
    return new AuditEvent(act, actor.named(name), scriptId, versionNumber, thing);
  }

  /** The same of what this author wrote, who did it where nobody is signed in. */
  public AuditEvent inTheNameOf(String author) {
    Actor saver = actor.orNamed(author);
    String as = author.equals(saver.name()) ? "" : ", as " + author;
    return new AuditEvent(act, saver, scriptId, versionNumber, thing + as);
  }
}
