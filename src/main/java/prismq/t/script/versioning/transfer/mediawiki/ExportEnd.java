package prismq.t.script.versioning.transfer.mediawiki;

/** How the reading of an export ended. */
enum ExportEnd {
  /** There is no XML at all. */
  NO_XML,
  /** The file ends too early. */
  CUT_OFF,
  WHOLE
}
