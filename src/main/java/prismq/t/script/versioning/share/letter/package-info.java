/** What people are written about their share links. */
@NullMarked
package prismq.t.script.versioning.share.letter;

import org.jspecify.annotations.NullMarked;
