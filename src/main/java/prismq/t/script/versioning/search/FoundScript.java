package prismq.t.script.versioning.search;

import prismq.t.script.versioning.history.Script;

/** A script with its number in the index. */
record FoundScript(long number, Script script) {
  String scriptId() {
    return script.scriptId();
  }
}
