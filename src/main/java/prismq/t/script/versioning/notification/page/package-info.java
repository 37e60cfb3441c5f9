/** The pages of what people are told of. */
@NullMarked
package prismq.t.script.versioning.notification.page;

import org.jspecify.annotations.NullMarked;
