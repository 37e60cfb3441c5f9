package prismq.t.script.versioning.web;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.IMessageResolver;
import prismq.t.script.versioning.language.Messages;

/** Gives templates their {@code #{…}}. */
final class TemplateMessages implements IMessageResolver {
  @Override
  public String getName() {
    return "messages";
  }

  @Override
  public Integer getOrder() {
    return 1;
  }

  @Override
  public String resolveMessage(
      ITemplateContext context,
      @Nullable Class<?> origin,
      String key,
      @Nullable Object @Nullable [] values) {
    return values == null ? Messages.text(key) : Messages.text(key, values);
  }

  @Override
  public String createAbsentMessageRepresentation(
      ITemplateContext context,
      @Nullable Class<?> origin,
      String key,
      @Nullable Object @Nullable [] values) {
    throw new IllegalArgumentException("There is no message “" + key + "”.");
  }
}
