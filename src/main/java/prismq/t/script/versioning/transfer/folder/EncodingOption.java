package prismq.t.script.versioning.transfer.folder;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import prismq.t.script.versioning.core.text.TextEncoding;

/** Reads the name of an encoding as an option. */
final class EncodingOption implements ITypeConverter<TextEncoding> {
  @Override
  public TextEncoding convert(String value) {
    return TextEncoding.named(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "“"
                        + value
                        + "” is no encoding that is known here; such are utf-16, windows-1252,"
                        + " macintosh, shift_jis, gbk and cp866"));
  }
}
