package prismq.t.script.versioning.pages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with an optional file, sent as browsers send it: multipart, line breaks as CRLF. */
final class Form {
  private static final String BOUNDARY = "----a-boundary-that-no-text-holds";

  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

  /** A form for a new version. */
  static Form version(String content, String author, String changeDescription, int baseVersion) {
    return new Form()
        .with("content", content)
        .with("change_description", changeDescription)
        .with("author", author)
        .with("base_version", Integer.toString(baseVersion))
        .with("filled_from", baseVersion == 0 ? "" : Integer.toString(baseVersion))
        .with("branch", "main");
  }

  /** Adds what is typed or chosen in a field. */
  Form with(String name, String value) {
    String normalised = value.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    return part("name=\"" + name + "\"", "", normalised.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file that is uploaded. */
  Form upload(String fileName, byte[] bytes) {
    return part(
        "name=\"upload\"; filename=\"" + fileName + "\"",
        "Content-Type: application/octet-stream\r\n",
        bytes);
  }

  private Form part(String disposition, String header, byte[] value) {
    String start =
        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + header;
    parts.writeBytes((start + "\r\n").getBytes(StandardCharsets.UTF_8));
    parts.writeBytes(value);
    parts.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(parts.toByteArray());
    all.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }
}
