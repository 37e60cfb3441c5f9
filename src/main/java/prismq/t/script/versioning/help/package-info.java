/**
 * The help: pages in Markdown under {@code resources/help}, searched, and the two that are made of
 * what the application knows itself, the reference of the API and the licences.
 */
@NullMarked
package prismq.t.script.versioning.help;

import org.jspecify.annotations.NullMarked;
