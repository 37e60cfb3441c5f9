package prismq.t.script.versioning.web;

import java.util.Map;
import java.util.Set;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;

/** Puts the token of the session into every form that a signed-in person can send. */
final class FormTokens extends AbstractProcessorDialect {
  FormTokens() {
    super("form tokens", "forms", StandardDialect.PROCESSOR_PRECEDENCE);
  }

  @Override
  public Set<IProcessor> getProcessors(String prefix) {
    return Set.of(new FormElement(prefix));
  }

  private static final class FormElement extends AbstractElementTagProcessor {
    /** After all attributes: a form that is left out by one needs no token. */
    private static final int LAST = 2_000;

    FormElement(String prefix) {
      super(TemplateMode.HTML, prefix, "form", false, null, false, LAST);
    }

    @Override
    protected void doProcess(
        ITemplateContext context,
        IProcessableElementTag form,
        IElementTagStructureHandler structure) {
      if ("post".equals(form.getAttributeValue("method"))
          && context.getVariable("person") instanceof PersonView person
          && person.isSignedIn()) {
        structure.insertImmediatelyAfter(field(context), false);
      }
    }

    private static IModel field(ITemplateContext context) {
      IModel model = context.getModelFactory().createModel();
      model.add(
          context
              .getModelFactory()
              .createStandaloneElementTag(
                  "input",
                  Map.of("type", "hidden", "name", FormToken.FIELD, "value", PersonView.TOKEN_MARK),
                  AttributeValueQuotes.DOUBLE,
                  false,
                  false));
      return model;
    }
  }
}
