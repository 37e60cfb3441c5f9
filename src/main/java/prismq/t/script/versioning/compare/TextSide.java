package prismq.t.script.versioning.compare;

/** One of the two texts of a comparison. */
enum TextSide {
  LEFT,
  RIGHT
}
