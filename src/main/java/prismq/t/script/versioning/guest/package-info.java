/** Guests of share links: the names they use, and what they decide. */
@NullMarked
package prismq.t.script.versioning.guest;

import org.jspecify.annotations.NullMarked;
