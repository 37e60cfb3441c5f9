package prismq.t.script.versioning.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.commitment.CommitmentSalts;
import prismq.t.script.versioning.core.commitment.FieldDigest;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * An entry of the log, as it is kept.
 *
 * @param act the {@link AuditAct#key}, also one that only a newer release knows
 * @param actor empty where nobody was named
 * @param address null on the command line, and where it was forgotten
 */
public record AuditEntry(
    long number,
    Instant at,
    String act,
    @Nullable String scriptId,
    @Nullable Integer versionNumber,
    String actor,
    @Nullable String address,
    String thing,
    byte[] salts,
    ContentHash hash) {
  static final String ADDRESS = "address";

  /** What may have to be erased, in the order of the salts. */
  static final List<String> COMMITTED = List.of("actor", ADDRESS, "thing");

  private static final String FORMAT = "script-versioning audit 1";

  /**
   * The hash that the entry must have: the {@link FieldDigest} over the format, the hash of the
   * entry before, and the entry, of which actor, address and thing are covered by commitments.
   *
   * @param before the hash of the entry before; null for the first
   * @throws prismq.t.script.versioning.core.commitment.BrokenSaltsException if its salts cannot be
   */
  ContentHash expectedHash(@Nullable ContentHash before) {
    CommitmentSalts committed = commitments();
    return new FieldDigest()
        .add(FORMAT)
        .add(before == null ? null : before.bytes())
        .add(Long.toString(number))
        .add(Long.toString(at.toEpochMilli()))
        .add(act)
        .add(bytes(scriptId))
        .add(bytes(versionNumber == null ? null : versionNumber.toString()))
        .add(committed.commitment("actor", bytes(actor)).bytes())
        .add(committed.commitment(ADDRESS, bytes(address)).bytes())
        .add(committed.commitment("thing", bytes(thing)).bytes())
        .hash();
  }

  private CommitmentSalts commitments() {
    return CommitmentSalts.stored(COMMITTED, salts);
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether its address was forgotten. */
  public boolean isAddressForgotten() {
    return commitments().isErased(ADDRESS);
  }

  /** Its salts without that of its address. */
  byte[] saltsWithoutAddress() {
    return commitments().withErased(ADDRESS, bytes(address));
  }

  /** The same with its hash. */
  AuditEntry after(@Nullable ContentHash before) {
    return new AuditEntry(
        number,
        at,
        act,
        scriptId,
        versionNumber,
        actor,
        address,
        thing,
        salts,
        expectedHash(before));
  }

  /** What was done, in words. */
  public String title() {
    return AuditAct.named(act).map(AuditAct::title).orElse(act);
  }
}
