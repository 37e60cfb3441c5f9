package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * Style sheets, scripts and fonts. Their addresses have a part of their hash in them, so that
 * browsers may keep them for good.
 */
public final class Assets {
  /** What the addresses of all of them start with. */
  static final String PREFIX = "/static/";

  /** Lines of a script that are comments alone, for whoever reads it here. */
  private static final Pattern COMMENTS = Pattern.compile("(?m)^[ \\t]*//.*\\R");

  private static final Map<String, String> TYPES =
      Map.of(
          ".css", "text/css; charset=utf-8",
          ".js", "text/javascript; charset=utf-8",
          ".png", "image/png",
          ".svg", "image/svg+xml",
          ".woff2", "font/woff2");

  private final @Nullable Path folder;
  private final Map<String, String> urls = new ConcurrentHashMap<>();
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /**
   * Creates it.
   *
   * @param folder where the files are read anew at each request; null for those in the jar
   */
  public Assets(@Nullable Path folder) {
    this.folder = folder;
  }

  /**
   * The address of a file below {@code static}.
   *
   * @throws IllegalArgumentException where there is none of that name
   */
  public String url(String name) {
    return folder == null ? urls.computeIfAbsent(name, this::hashed) : hashed(name);
  }

  private String hashed(String name) {
    String hash = ContentHash.of(required(name)).hex();
    return PREFIX + name + "?v=" + hash.substring(0, 12);
  }

  /**
   * The text of a file below {@code static}, for a page that has it in itself.
   *
   * @throws IllegalArgumentException where there is none of that name
   */
  public String text(String name) {
    return folder == null ? texts.computeIfAbsent(name, this::decoded) : decoded(name);
  }

  private String decoded(String name) {
    return new String(required(name), StandardCharsets.UTF_8);
  }

  private byte[] required(String name) {
    byte @Nullable [] bytes = read(name);
    if (bytes == null) {
      throw new IllegalArgumentException("there is no static file " + name);
    }
    return bytes;
  }

  /**
   * Answers {@code /static/…}. Jetty would do it too, but keeps a list of all files of the jar for
   * it, which takes megabytes and a tenth of the time of a start.
   */
  public void show(Context context) {
    String name = context.pathParam("file");
    @Nullable String type = TYPES.get(name.substring(Math.max(0, name.lastIndexOf('.'))));
    byte @Nullable [] bytes = type == null || name.contains("..") ? null : read(name);
    if (type == null || bytes == null) {
      throw new NotFoundResponse();
    }
    context.header("Cache-Control", cacheControl(context, name));
    context.header("Vary", "Accept-Encoding").contentType(type).result(bytes);
  }

  /** For good where the address names this content; another release may have another. */
  private String cacheControl(Context context, String name) {
    @Nullable String hash = context.queryParam("v");
    return hash != null && url(name).endsWith("?v=" + hash)
        ? "public, max-age=31536000, immutable"
        : "public, max-age=86400";
  }

  /** What browsers get of a file: of our own scripts no comments. */
  private static byte[] sent(String name, byte[] bytes) {
    if (!name.startsWith("js/")) {
      return bytes;
    }
    String script = new String(bytes, StandardCharsets.UTF_8);
    return COMMENTS.matcher(script).replaceAll("").getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of a file; null where there is none of that name. */
  private byte @Nullable [] read(String name) {
    try (InputStream in =
        folder == null || name.startsWith("vendor/")
            ? Assets.class.getResourceAsStream("/static/" + name)
            : Files.newInputStream(folder.resolve(name))) {
      return in == null ? null : sent(name, in.readAllBytes());
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
