/** The pages on which people get in, look after their account, and after each other. */
@NullMarked
package prismq.t.script.versioning.account.page;

import org.jspecify.annotations.NullMarked;
