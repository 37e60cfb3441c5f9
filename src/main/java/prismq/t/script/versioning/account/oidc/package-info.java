/** Single sign-on by OpenID Connect. */
@NullMarked
package prismq.t.script.versioning.account.oidc;

import org.jspecify.annotations.NullMarked;
