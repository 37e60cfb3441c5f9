package prismq.t.script.versioning.transfer.imports;

/** Which scripts an import may look into and add to. */
public interface TargetRights {
  /** Any, for commands, which have the file of the database anyway. */
  TargetRights ANY =
      new TargetRights() {
        @Override
        public void check(String scriptId) {}

        @Override
        public boolean mayVouch() {
          return true;
        }
      };

  /**
   * Checks a script, which need not exist; asked before each piece of work, because rights may be
   * taken meanwhile.
   *
   * @throws ImportException if the import may not go on with it
   */
  void check(String scriptId);

  /**
   * Whether whoever imports may say what others have done here, under their accounts and in scripts
   * that are here already.
   */
  boolean mayVouch();
}
