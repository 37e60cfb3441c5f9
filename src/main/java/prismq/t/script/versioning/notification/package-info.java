/** What people are told of, on pages and by mail, and what of they want to be told. */
@NullMarked
package prismq.t.script.versioning.notification;

import org.jspecify.annotations.NullMarked;
