package prismq.t.script.versioning.webhook.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;
import prismq.t.script.versioning.webhook.Webhook;
import prismq.t.script.versioning.webhook.WebhookDelivery;
import prismq.t.script.versioning.webhook.Webhooks;

/** The page on which people say which addresses are told what they are told. */
public final class WebhooksPage {
  private static final FormFields FIELDS = FormFields.of("url");

  private final Webhooks webhooks;
  private final Pages pages;

  /** Shows these. */
  public WebhooksPage(Webhooks webhooks, Pages pages) {
    this.webhooks = webhooks;
    this.pages = pages;
  }

  /** An address with what it was told last. */
  record WebhookCard(Webhook webhook, List<WebhookDelivery> deliveries) {}

  /**
   * What the template shows.
   *
   * @param secret of an address that was just added; null for none
   * @param typed an address that could not be added
   */
  record Model(
      List<WebhookCard> webhooks,
      @Nullable String secret,
      String typed,
      Map<String, String> errors,
      @Nullable String notice) {}

  /** Answers {@code /notifications/webhooks}. */
  public void show(Context context) {
    answer(context, 200, null, "", Map.of(), null);
  }

  /** Adds an address, and shows its secret once. */
  public void add(Context context) {
    String url = SentForm.stripped(context, "url");
    FIELDS.attempt(
        () -> answer(context, 201, webhooks.add(account(context), url), "", Map.of(), null),
        problem ->
            answer(context, problem.status(), null, url, problem.errors(), problem.notice()));
  }

  /** Removes an address, tries it out, or has it told again what was given up. */
  public void change(Context context) {
    long account = account(context);
    long id = number(context.pathParam("webhook_id"));
    switch (SentForm.text(context, "action")) {
      case "remove" -> webhooks.remove(account, id);
      case "resend" -> webhooks.resend(account, id, number(SentForm.stripped(context, "delivery")));
      default -> webhooks.tryOut(account, id);
    }
    context.redirect(Urls.WEBHOOKS, HttpStatus.SEE_OTHER);
  }

  /** 0, which nothing has, where it is no number. */
  private static long number(String typed) {
    return typed.matches("\\d{1,15}") ? Long.parseLong(typed) : 0;
  }

  /** Only who is signed in has the right that the routes need. */
  private static long account(Context context) {
    return ((SignedIn) Requester.of(context)).account().id();
  }

  private void answer(
      Context context,
      int status,
      @Nullable String secret,
      String typed,
      Map<String, String> errors,
      @Nullable String notice) {
    List<WebhookCard> cards =
        webhooks.list(account(context)).stream()
            .map(webhook -> new WebhookCard(webhook, webhooks.deliveries(webhook)))
            .toList();
    pages.answer(
        context, status, "webhook/webhooks", new Model(cards, secret, typed, errors, notice));
  }
}
