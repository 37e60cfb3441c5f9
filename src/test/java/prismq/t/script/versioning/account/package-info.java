/** Accounts and the secrets by which people get in, on a database of their own. */
@NullMarked
package prismq.t.script.versioning.account;

import org.jspecify.annotations.NullMarked;
