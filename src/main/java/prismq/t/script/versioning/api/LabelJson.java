package prismq.t.script.versioning.api;

import prismq.t.script.versioning.history.Label;

/** A label as JSON. */
record LabelJson(String name, int versionNumber, String createdAt) {

  static LabelJson of(Label label) {
    return new LabelJson(label.name(), label.versionNumber(), ApiTime.format(label.createdAt()));
  }
}
