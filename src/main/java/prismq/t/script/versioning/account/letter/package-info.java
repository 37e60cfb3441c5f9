/** What people are written about their accounts. */
@NullMarked
package prismq.t.script.versioning.account.letter;

import org.jspecify.annotations.NullMarked;
