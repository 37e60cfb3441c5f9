/** Who has an account, and the secrets by which they get in: passwords, sessions and links. */
@NullMarked
package prismq.t.script.versioning.account;

import org.jspecify.annotations.NullMarked;
