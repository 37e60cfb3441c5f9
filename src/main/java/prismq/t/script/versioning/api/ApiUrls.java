package prismq.t.script.versioning.api;

/** The addresses of the API; script ids and names of branches need no encoding in them. */
final class ApiUrls {
  static final String SCRIPTS = "/api/v1/scripts";

  static final String SEARCH = "/api/v1/search";

  static final String CHANGES = "/api/v1/changes";

  private ApiUrls() {}

  static String script(String scriptId) {
    return SCRIPTS + "/" + scriptId;
  }

  static String versions(String scriptId) {
    return script(scriptId) + "/versions";
  }

  static String branch(String scriptId, String name) {
    return script(scriptId) + "/branches/" + name;
  }

  static String threads(String scriptId, int versionNumber) {
    return version(scriptId, versionNumber) + "/threads";
  }

  /** What became of labels before an entry of their log. */
  static String labelLogBefore(String scriptId, long entry, int limit) {
    return script(scriptId) + "/label-log?before=" + entry + "&limit=" + limit;
  }

  static String suggestions(String scriptId, int versionNumber) {
    return version(scriptId, versionNumber) + "/suggestions";
  }

  static String review(String scriptId, int reviewNumber) {
    return script(scriptId) + "/reviews/" + reviewNumber;
  }

  static String version(String scriptId, int versionNumber) {
    return versions(scriptId) + "/" + versionNumber;
  }
}
