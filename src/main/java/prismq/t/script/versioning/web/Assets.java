package prismq.t.script.versioning.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * The addresses of style sheets, scripts and fonts: with a part of their hash, so that browsers may
 * keep them for good.
 */
public final class Assets {
  private final @Nullable Path folder;
  private final Map<String, String> urls = new ConcurrentHashMap<>();

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
    return "/static/" + name + "?v=" + ContentHash.of(read(name)).hex().substring(0, 12);
  }

  private byte[] read(String name) {
    try (InputStream in =
        folder == null || name.startsWith("vendor/")
            ? Assets.class.getResourceAsStream("/static/" + name)
            : Files.newInputStream(folder.resolve(name))) {
      if (in == null) {
        throw new IllegalArgumentException("there is no static file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
