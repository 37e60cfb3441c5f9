package prismq.t.script.versioning.transfer.imports;

/** Which scripts an import may look into and add to. */
public interface TargetRights {
  /** Any, for commands, which have the file of the database anyway. */
  TargetRights ANY = scriptId -> {};

  /**
   * Checks a script, which need not exist; asked before each piece of work, because rights may be
   * taken meanwhile.
   *
   * @throws ImportException if the import may not go on with it
   */
  void check(String scriptId);
}
