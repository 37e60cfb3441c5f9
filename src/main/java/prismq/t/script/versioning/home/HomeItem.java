package prismq.t.script.versioning.home;

import java.time.Instant;

/**
 * A line of what concerns somebody.
 *
 * @param title of the script
 * @param url the page of the script
 * @param sentence what it is
 * @param act what is to be done, as on a button
 * @param actUrl where it is done
 * @param at since when
 */
record HomeItem(String title, String url, String sentence, String act, String actUrl, Instant at) {}
