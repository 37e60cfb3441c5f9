package prismq.t.script.versioning.transfer.folder;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the order of drafts as an option. */
final class OrderOption implements ITypeConverter<DraftOrder> {
  @Override
  public DraftOrder convert(String value) {
    for (DraftOrder order : DraftOrder.values()) {
      if (order.toString().equals(value)) {
        return order;
      }
    }
    throw new TypeConversionException("it is names or dates, not “" + value + "”");
  }
}
