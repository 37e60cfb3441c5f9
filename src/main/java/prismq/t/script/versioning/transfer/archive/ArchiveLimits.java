package prismq.t.script.versioning.transfer.archive;

/**
 * What an archive may take.
 *
 * @param unpackedBytes of all its entries, of which the texts are laid on disk while it is read
 * @param textBytes of the texts of all versions, each counted whole
 */
public record ArchiveLimits(long unpackedBytes, long textBytes) {
  /** For archives chosen by the operator. */
  public static final ArchiveLimits LOCAL = new ArchiveLimits(64L << 30, 4L << 40);
}
