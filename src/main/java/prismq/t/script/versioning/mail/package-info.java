/** Mail to people, by a server of SMTP. */
@NullMarked
package prismq.t.script.versioning.mail;

import org.jspecify.annotations.NullMarked;
