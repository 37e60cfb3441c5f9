package prismq.t.script.versioning.transfer.mediawiki;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import prismq.t.script.versioning.problem.Problem;

/** Tells by its first bytes whether a file is an export of MediaWiki. */
public final class ExportStart {
  private static final int LOOKED_AT = 16_384;
  private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?mediawiki[\\s/>]");

  private ExportStart() {}

  /** Whether it is one, or packed in a way in which nothing else is taken. */
  public static boolean isExport(byte[] start) {
    return switch (Packing.of(start)) {
      case ZIP -> false;
      case NONE -> isXml(new ByteArrayInputStream(start));
      case GZIP -> isPackedXml(start);
      default -> true;
    };
  }

  private static boolean isPackedXml(byte[] start) {
    try {
      return isXml(new GZIPInputStream(new ByteArrayInputStream(start)));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isXml(InputStream in) {
    BufferedInputStream buffered = new BufferedInputStream(in);
    try {
      Charset encoding = XmlEncoding.of(buffered);
      String text = new String(XmlEncoding.readable(buffered, LOOKED_AT), encoding).stripLeading();
      return text.startsWith("<") && ROOT.matcher(text).find();
    } catch (IOException | Problem e) {
      return false;
    }
  }
}
