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

  /**
   * An address with what it was told last.
   *
   * @param older how many deliveries are not among these
   */
  record WebhookCard(Webhook webhook, List<WebhookDelivery> deliveries, int older) {
    /** Whether several deliveries were given up. */
    public boolean hasSeveralDead() {
      return deliveries.stream().filter(WebhookDelivery::isDead).count() > 1;
    }
  }

  /**
   * What the template shows.
   *
   * @param secret of an address that was just added or given another; null for none
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

  /**
   * Removes an address, tries it out, gives it another secret, or has it told again what was given
   * up.
   */
  public void change(Context context) {
    long account = account(context);
    long id = number(context.pathParam("webhook_id"));
    if (SentForm.text(context, "action").equals("renew")) {
      answer(context, 200, webhooks.renewSecret(account, id), "", Map.of(), null);
      return;
    }
    switch (SentForm.text(context, "action")) {
      case "remove" -> webhooks.remove(account, id);
      case "resend_all" -> webhooks.resend(account, id, null);
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

  private WebhookCard card(Webhook webhook) {
    List<WebhookDelivery> deliveries = webhooks.deliveries(webhook);
    return new WebhookCard(webhook, deliveries, webhooks.count(webhook) - deliveries.size());
  }

  private void answer(
      Context context,
      int status,
      @Nullable String secret,
      String typed,
      Map<String, String> errors,
      @Nullable String notice) {
    List<WebhookCard> cards = webhooks.list(account(context)).stream().map(this::card).toList();
    pages.answer(
        context, status, "webhook/webhooks", new Model(cards, secret, typed, errors, notice));
  }
}
