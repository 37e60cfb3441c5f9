package prismq.t.script.versioning;

import java.nio.file.Path;

/**
 * How the server runs.
 *
 * @param data the folder of the database file
 * @param port 0 for any free one
 * @param allowAnonymous whether everybody who reaches the server may do everything
 * @param sizeLimit largest content taken, in bytes
 * @param develop whether templates and static files are read anew from the working folder
 */
public record Config(
    Path data, String host, int port, boolean allowAnonymous, int sizeLimit, boolean develop) {}
