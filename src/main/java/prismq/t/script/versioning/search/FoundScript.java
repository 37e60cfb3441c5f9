package prismq.t.script.versioning.search;

import prismq.t.script.versioning.history.Script;

/** A script with the number that the index calls it by. */
record FoundScript(long number, Script script) {
  String scriptId() {
    return script.scriptId();
  }
}
