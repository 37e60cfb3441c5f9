/** The page on which people say which addresses are told what they are told. */
@NullMarked
package prismq.t.script.versioning.webhook.page;

import org.jspecify.annotations.NullMarked;
