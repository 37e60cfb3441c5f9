package prismq.t.script.versioning.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The addresses of all pages; no page builds one itself. */
public final class Urls {
  /** The scripts. */
  public static final String SCRIPTS = "/";

  /** The form for a new script. */
  public static final String NEW_SCRIPT = "/new";

  /** The search. */
  public static final String SEARCH = "/search";

  /** The newest versions of all scripts, for programs that read feeds. */
  public static final String FEED = "/feed.atom";

  /** The audit log. */
  public static final String AUDIT = "/audit";

  /** The page to import a history. */
  public static final String IMPORT = "/import";

  /** The page to sign in. */
  public static final String SIGN_IN = "/sign-in";

  /** Where somebody is sent to a provider of single sign-on. */
  public static final String SIGN_ON = "/sign-in/oidc";

  /** Where the provider sends them back to. */
  public static final String SIGN_ON_CALLBACK = "/sign-in/oidc/callback";

  /** Where somebody connects their account with the provider. */
  public static final String CONNECT = "/account/oidc";

  /** Where somebody signs out. */
  public static final String SIGN_OUT = "/sign-out";

  /** The form for the first account, on a computer that nobody else can reach. */
  public static final String SET_UP = "/set-up";

  /** The page of one's own account. */
  public static final String ACCOUNT = "/account";

  /** The page of one's own tokens. */
  public static final String TOKENS = "/account/tokens";

  /** What concerns whoever is signed in. */
  public static final String FOR_YOU = "/for-you";

  /** What they are told of. */
  public static final String NOTIFICATIONS = "/notifications";

  /** Where they end mails without signing in, by links that were signed here. */
  public static final String UNSUBSCRIBE = "/unsubscribe/";

  public static final String WEBHOOKS = NOTIFICATIONS + "/webhooks";

  /** What the addresses of private feeds start with. */
  public static final String PRIVATE_FEED = "/private-feed/";

  /** The page of one's own drafts. */
  public static final String DRAFTS = "/account/drafts";

  /** Where the editor sends drafts of a script that is not there yet. */
  public static final String NEW_DRAFTS = "/drafts";

  /** The form for a new script. */
  public static final String NEW = "/new";

  /** The page of everybody's tokens. */
  public static final String ALL_TOKENS = "/people/tokens";

  /** The page on which admins look after people. */
  public static final String PEOPLE = "/people";

  /** The names that versions were saved under, and whose they are. */
  public static final String NAMES = PEOPLE + "/names";

  /** The groups of people. */
  public static final String GROUPS = PEOPLE + "/groups";

  /** The page of the share links that somebody made. */
  public static final String MY_LINKS = "/account/links";

  /** The page of everybody's share links. */
  public static final String ALL_LINKS = "/people/links";

  /** Where share links are opened, by their secrets. */
  public static final String SHARE_LINK = "/s/";

  /** Where their guests go on to. */
  public static final String SHARED = "/shared/";

  /** What monitoring asks. */
  public static final String HEALTH = "/healthz";

  private static final Pattern OF_SHARED = Pattern.compile("/shared/([A-Za-z0-9_-]{22})([./].*)?");

  private static final Pattern OF_SCRIPT = Pattern.compile("/scripts/([A-Za-z0-9._-]+)(?:/.*)?");

  private Urls() {}

  /** Whether the texts of scripts are sent to a path. */
  public static boolean isForTexts(String path) {
    return path.equals("/scripts")
        || path.equals(NEW_DRAFTS)
        || path.startsWith("/scripts/")
        || path.startsWith("/api/");
  }

  /** The page to sign in, from which one goes on to another. */
  public static String signIn(String next) {
    return next.equals(SCRIPTS) ? SIGN_IN : SIGN_IN + "?next=" + encoded(next);
  }

  /** Where somebody is sent to a provider of single sign-on, to be led to a path after that. */
  public static String signOn(String next) {
    return next.equals(SCRIPTS) ? SIGN_ON : SIGN_ON + "?next=" + encoded(next);
  }

  /** What an admin does with an account. */
  public static String person(long accountId, String act) {
    return PEOPLE + "/" + accountId + "/" + act;
  }

  /** The page of one import. */
  public static String importJob(String importId) {
    return IMPORT + "/" + encoded(importId);
  }

  /** The history of a script. */
  public static String history(String scriptId) {
    return "/scripts/" + encoded(scriptId);
  }

  /** The id of the script that a page's address is of; null where it is of none. */
  public static @Nullable String scriptOf(String path) {
    Matcher matcher = OF_SCRIPT.matcher(path);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** What a share link shows to its guests, by its id. */
  public static String shared(String shareLinkId) {
    return SHARED + shareLinkId;
  }

  /** The id of the share link that an address for guests is of; null where it is of none. */
  public static @Nullable String shareLinkOf(String path) {
    Matcher matcher = OF_SHARED.matcher(path);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** Whether an address is for guests of share links, who have no account. */
  public static boolean isForGuests(String path) {
    return path.startsWith(SHARE_LINK) || path.startsWith(SHARED);
  }

  /** The page on which a share link is made. */
  public static String share(String scriptId) {
    return history(scriptId) + "/share";
  }

  /** Where that is sent to, and the links of a script are listed. */
  public static String shareLinks(String scriptId) {
    return history(scriptId) + "/share-links";
  }

  /** The page of a share link for who looks after it. */
  public static String shareLink(String scriptId, String shareLinkId) {
    return shareLinks(scriptId) + "/" + shareLinkId;
  }

  /** The newest versions of a script, for programs that read feeds. */
  public static String feed(String scriptId) {
    return history(scriptId) + FEED;
  }

  /** The history of a script with a version's changes beside it. */
  public static String selected(String scriptId, int versionNumber) {
    return history(scriptId) + "?selected=" + versionNumber;
  }

  /** The same after that version was saved, which the page says. */
  public static String saved(String scriptId, int versionNumber) {
    return selected(scriptId, versionNumber) + "&saved=" + versionNumber;
  }

  /** The history of a script with a version marked as the one to compare from. */
  public static String marked(String scriptId, int versionNumber) {
    return history(scriptId) + "?compare_from=" + versionNumber;
  }

  /** The history of a script with only the versions that touch a passage. */
  public static String historyOfPassage(String scriptId, String passage) {
    return history(scriptId) + "?passage=" + encoded(passage);
  }

  /** The history of a phrase, to be asked for. */
  public static String phraseHistory(String scriptId) {
    return history(scriptId) + "/phrase-history";
  }

  /** The versions in which a phrase was added or removed. */
  public static String phraseHistory(String scriptId, String phrase) {
    return phraseHistory(scriptId) + "?q=" + encoded(phrase);
  }

  /** The same, where case, accents and kinds of white space are ignored. */
  public static String foldedPhraseHistory(String scriptId, String phrase) {
    return phraseHistory(scriptId, phrase) + "&fold=true";
  }

  /** The page on which a report of a script is chosen. */
  public static String report(String scriptId) {
    return history(scriptId) + "/report";
  }

  /** What was said of a script in review. */
  public static String reviewReport(String scriptId) {
    return history(scriptId) + "/review-report";
  }

  /** The same of one version. */
  public static String reviewReport(String scriptId, int versionNumber) {
    return reviewReport(scriptId) + "?version=" + versionNumber;
  }

  /** What was said of a script in review as web annotations. */
  public static String reviewAnnotations(String scriptId) {
    return "/api/v1/scripts/" + encoded(scriptId) + "/review.jsonld";
  }

  /** A report itself, in a format that is to be added. */
  public static String reportFile(String scriptId) {
    return "/api/v1/scripts/" + encoded(scriptId) + "/report";
  }

  /** What is found in all scripts for a query. */
  public static String search(String query) {
    return SEARCH + "?q=" + encoded(query);
  }

  /** One version. */
  public static String version(String scriptId, int versionNumber) {
    return history(scriptId) + "/versions/" + versionNumber;
  }

  /** What somebody is told, which they look at by that. */
  public static String notification(long id) {
    return NOTIFICATIONS + "/" + id;
  }

  /** Where somebody says what of a script they want to be told. */
  public static String watch(String scriptId) {
    return history(scriptId) + "/watch";
  }

  /** Where somebody says that they have read a version. */
  public static String read(String scriptId, int versionNumber) {
    return version(scriptId, versionNumber) + "/read";
  }

  /** The exact bytes of a version. */
  public static String content(String scriptId, int versionNumber) {
    return version(scriptId, versionNumber) + "/content";
  }

  /** The comments beside the text of a version. */
  public static String comments(String scriptId, int versionNumber) {
    return version(scriptId, versionNumber) + "/comments";
  }

  /** The suggestions for the text of a version. */
  public static String suggestions(String scriptId, int versionNumber) {
    return version(scriptId, versionNumber) + "/suggestions";
  }

  /** The page that asks what is to stand where a suggestion meets other changes. */
  public static String settleSuggestion(String scriptId, int versionNumber, long suggestion) {
    return suggestions(scriptId, versionNumber) + "/" + suggestion + "/settle";
  }

  /** One of them there. */
  public static String suggestion(String scriptId, int versionNumber, long suggestion) {
    return suggestions(scriptId, versionNumber) + "#suggestion-" + suggestion;
  }

  /** One thread of comments there. */
  public static String thread(String scriptId, int versionNumber, long thread) {
    String page = comments(scriptId, versionNumber);
    return page + "?thread=" + thread + "#thread-" + thread;
  }

  /** One thread, wherever it stands now. */
  public static String thread(String scriptId, long thread) {
    return history(scriptId) + "/threads/" + thread;
  }

  /** The comments of a script as notes for the margin of a version. */
  public static String threads(String scriptId, int versionNumber) {
    return version(scriptId, versionNumber) + "/threads";
  }

  /** What somebody wrote and did not send. */
  public static String commentDrafts(String scriptId) {
    return history(scriptId) + "/comment-drafts";
  }

  /** The page with the authorship of a version. */
  public static String annotate(String scriptId, int versionNumber) {
    return version(scriptId, versionNumber) + "/annotate";
  }

  /** The comparison of two versions. */
  public static String compare(String scriptId, int from, int to) {
    return history(scriptId) + "/compare/" + from + "..." + to;
  }

  /** The form for a new version. */
  public static String edit(String scriptId, @Nullable Integer fromVersion) {
    return history(scriptId) + "/edit" + (fromVersion == null ? "" : "?from=" + fromVersion);
  }

  /** The form for a new version on a branch. */
  public static String editBranch(String scriptId, String branch) {
    return history(scriptId) + "/edit?branch=" + encoded(branch);
  }

  /** Where the editor sends drafts of a script. */
  public static String drafts(String scriptId) {
    return history(scriptId) + "/drafts";
  }

  /** The page of one of one's own drafts. */
  public static String draft(long id) {
    return DRAFTS + "/" + id;
  }

  /** The page that asks whether to restore a version. */
  public static String rollback(String scriptId, int toVersion) {
    return history(scriptId) + "/rollback?to=" + toVersion;
  }

  /** The same on a branch that is not the version's own. */
  public static String rollback(String scriptId, int toVersion, String branch) {
    return rollback(scriptId, toVersion) + "&branch=" + encoded(branch);
  }

  /** The branches of a script. */
  public static String branches(String scriptId) {
    return history(scriptId) + "/branches";
  }

  /** Who works on a script. */
  public static String scriptPeople(String scriptId) {
    return history(scriptId) + "/people";
  }

  /** Lengths and scores of a script. */
  public static String statistics(String scriptId) {
    return history(scriptId) + "/statistics";
  }

  /** Those of one version. */
  public static String statistics(String scriptId, int version) {
    return statistics(scriptId) + "?version=" + version;
  }

  /** The same compared with another version. */
  public static String statistics(String scriptId, int version, int since) {
    return statistics(scriptId, version) + "&since=" + since;
  }

  /** Where it is said how long a script is to last and what it is scored by. */
  public static String statisticsSettings(String scriptId) {
    return statistics(scriptId) + "/settings";
  }

  /** The labelled versions of a script. */
  public static String labels(String scriptId) {
    return history(scriptId) + "/labels";
  }

  /** The revisions of a screenplay. */
  public static String revisions(String scriptId) {
    return history(scriptId) + "/revisions";
  }

  /** The pages of one. */
  public static String revision(String scriptId, int versionNumber) {
    return revisions(scriptId) + "/" + versionNumber;
  }

  /** The same, with the choices of what is shown of them. */
  public static String revision(
      String scriptId, int versionNumber, boolean isRevisedOnly, boolean isAllMarked) {
    Map<String, @Nullable String> choices = new LinkedHashMap<>();
    choices.put("revised_only", isRevisedOnly ? "true" : null);
    choices.put("marks", isAllMarked ? "all" : null);
    return with(revision(scriptId, versionNumber), choices);
  }

  /** A version as PDF, or the pages that changed in it alone. */
  public static String screenplayPdf(String scriptId, int versionNumber, boolean isRevisedOnly) {
    return reportFile(scriptId)
        + "?format=screenplay-pdf&version="
        + versionNumber
        + (isRevisedOnly ? "&revised_only=true" : "");
  }

  /** Who may move which label of a script, and when. */
  public static String labelRules(String scriptId) {
    return labels(scriptId) + "/rules";
  }

  /** The same with the form filled in for a label. */
  public static String labelRule(String scriptId, String name) {
    return labelRules(scriptId) + "?name=" + encoded(name) + "#rule";
  }

  /** The editorial record of a label. */
  public static String labelRecord(String scriptId, String name) {
    return labels(scriptId) + "/record?name=" + encoded(name);
  }

  /** What became of the labels of a script. */
  public static String labelLog(String scriptId) {
    return labels(scriptId) + "/log";
  }

  /** The same from what happened before an entry on. */
  public static String labelLogBefore(String scriptId, long entry) {
    return labelLog(scriptId) + "?before=" + entry;
  }

  /** The same from those before a version on. */
  public static String labelsBefore(String scriptId, int versionNumber) {
    return labels(scriptId) + "?before=" + versionNumber;
  }

  /** The same with a version in sight that has labels. */
  public static String labelled(String scriptId, int versionNumber) {
    return labels(scriptId) + "#v" + versionNumber;
  }

  /** The same after a label was removed, with a form to give it again. */
  public static String labelRemoved(String scriptId, String name, int versionNumber) {
    return labels(scriptId) + "?removed=" + encoded(name) + "&version=" + versionNumber + "#give";
  }

  /** The form that gives a version a label. */
  public static String label(String scriptId, int versionNumber) {
    return labels(scriptId) + "?version=" + versionNumber + "#give";
  }

  /** The reviews of a script, and the rule that decides them. */
  public static String reviews(String scriptId) {
    return history(scriptId) + "/reviews";
  }

  /** The same from those before a review on. */
  public static String reviewsBefore(String scriptId, int reviewNumber) {
    return reviews(scriptId) + "?before=" + reviewNumber;
  }

  /** One review. */
  public static String review(String scriptId, int reviewNumber) {
    return reviews(scriptId) + "/" + reviewNumber;
  }

  /** The form to ask for a review of a version. */
  public static String askForReview(String scriptId, int versionNumber) {
    return version(scriptId, versionNumber) + "/reviews";
  }

  /** The same of a comparison from another version; null for none. */
  public static String askForReview(String scriptId, @Nullable Integer from, int versionNumber) {
    String form = askForReview(scriptId, versionNumber);
    return from == null ? form : form + "?from=" + from;
  }

  /** The page that shows several branches beside each other. */
  public static String board(String scriptId) {
    return history(scriptId) + "/board";
  }

  /** The same with these branches on it. */
  public static String board(String scriptId, List<String> branches) {
    return branches.stream()
        .map(branch -> "branch=" + encoded(branch))
        .collect(Collectors.joining("&", board(scriptId) + "?", ""));
  }

  /** The page on which one branch is merged into another. */
  public static String merge(String scriptId) {
    return history(scriptId) + "/merge";
  }

  /** The page to copy the change of one version to a branch. */
  public static String pick(String scriptId) {
    return history(scriptId) + "/pick";
  }

  /** One of them there. */
  public static String branch(String scriptId, int branchNumber) {
    return branches(scriptId) + "#branch-" + branchNumber;
  }

  /** The form for a new branch, to start at a version. */
  public static String branchOff(String scriptId, int fromVersion) {
    return branches(scriptId) + "?from=" + fromVersion + "#new-branch";
  }

  /** The history of one branch. */
  public static String branchHistory(String scriptId, String branch) {
    return history(scriptId) + "?branch=" + encoded(branch);
  }

  /** The page that merges one branch into another. */
  public static String merge(String scriptId, String from, String into) {
    return history(scriptId) + "/merge?from=" + encoded(from) + "&into=" + encoded(into);
  }

  /** The same with the version whose change is picked. */
  public static String pick(String scriptId, int versionNumber) {
    return pick(scriptId) + "?version=" + versionNumber;
  }

  /**
   * The page that asks whether a change should be undone.
   *
   * @param changeId one change of the comparison from one version to the other; null for all
   */
  public static String restore(String scriptId, int from, int to, @Nullable String changeId) {
    return history(scriptId)
        + "/restore?from="
        + from
        + "&to="
        + to
        + (changeId == null ? "" : "&change=" + encoded(changeId));
  }

  /** The page that asks whether to restore a scene; the place of the scene goes at its end. */
  public static String restoreScene(String scriptId, int from, int to) {
    return restore(scriptId, from, to, null) + "&scene=";
  }

  /** The page that asks whether to restore a passage that one version has and another lacks. */
  public static String restorePassage(String scriptId, int from, int to, String passage) {
    return restore(scriptId, from, to, null) + "&passage=" + encoded(passage);
  }

  /** The page that asks whether all that a version changed should be undone. */
  public static String undo(String scriptId, int versionNumber) {
    return history(scriptId) + "/restore?to=" + versionNumber;
  }

  /** An address with parameters; those without a value are left out. */
  public static String with(String url, Map<String, @Nullable String> parameters) {
    Map<String, String> given = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (value != null && !value.isEmpty()) {
            given.put(name, value);
          }
        });
    if (given.isEmpty()) {
      return url;
    }
    return given.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&", url + (url.contains("?") ? "&" : "?"), ""));
  }

  /** The parameters of the part of an address after its question mark. */
  public static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : query.split("&", -1)) {
      String[] parts = parameter.split("=", 2);
      if (parts.length == 2) {
        parameters.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
