package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;

/** Pages of reviews are correct HTML: with nothing, with errors, and with all that they show. */
class ReviewMarkupTest {
  @TempDir Path pages;
  @TempDir Path folder;

  private void keep(String name, Answer answer) throws Exception {
    assertThat(answer.header("Content-Type")).as(name).startsWith("text/html");
    Files.writeString(pages.resolve(name + ".html"), answer.html());
  }

  @Test
  void pagesOfReviews() throws Exception {
    try (Site site = Site.open(folder)) {
      site.script("intro", "one\n");
      keep("without-accounts", site.get("/scripts/intro/versions/1/reviews"));
      Team team = Team.on(site);
      Visitor admin = team.signedIn(Role.ADMIN);
      String id = Long.toString(team.add("ann-lee", Role.EDITOR).id());
      Visitor editor = team.signedIn("ann-lee");
      keep("none", admin.get("/scripts/intro/reviews"));
      String ask = "/scripts/intro/versions/1/reviews";
      keep("ask", admin.get(ask));
      Form wrong = new Form().with("deadline", "2020-01-01").with("message", "<b>\"&");
      keep(
          "ask-wrong",
          admin.post(ask, wrong.with("person", id).with("role-person-" + id, "x & <y>")));
      Form weighted = new Form().with("kind", "weighted").with("roles", "\"tone\" & <b>");
      admin.post("/scripts/intro/reviews/rule", weighted);
      keep("rule-wrong", admin.post("/scripts/intro/reviews/rule", new Form().with("kind", "x")));
      Form asked = new Form().with("person", id).with("role-person-" + id, "x & <y>");
      admin.post(ask, asked.with("deadline", "2099-01-01").with("message", "<i>\n&"));
      admin.post(ask, new Form().with("person", id));
      keep("version", editor.get("/scripts/intro/versions/1"));
      String verdicts = "/scripts/intro/reviews/1/verdicts";
      keep("verdict-wrong", editor.post(verdicts, new Form().with("comment", "<u>")));
      editor.post(verdicts, new Form().with("verdict", "reject").with("comment", "<u>\n&"));
      editor.post(verdicts, new Form().with("verdict", "approve").with("comment", "<u>"));
      keep("review", admin.get("/scripts/intro/reviews/1"));
      keep("reviews", admin.get("/scripts/intro/reviews"));
      keep("history", admin.get("/scripts/intro"));
      String rules = "/scripts/intro/labels/rules";
      Form rule = new Form().with("name", "<b> & \"c\"").with("movers", "named").with("named", id);
      admin.post(rules, rule.with("approvals", "2").with("threads_resolved", "true"));
      keep("rules", admin.get(rules));
      keep("rules-wrong", admin.post(rules, new Form().with("name", "<b>").with("movers", "x")));
      Form label = new Form().with("name", "<b> & \"c\"").with("version", "1");
      keep("label-refused", admin.post("/scripts/intro/labels", label));
      admin.post("/scripts/intro/labels", label.with("override_reason", "<i>"));
      keep("labels", admin.get("/scripts/intro/labels"));
      keep("label-log", admin.get("/scripts/intro/labels/log"));
      Form removed = new Form().with("name", "<b> & \"c\"");
      keep("removal-refused", admin.post("/scripts/intro/labels/remove", removed));
      keep("record", admin.get("/scripts/intro/labels/record?name=%3Cb%3E+%26+%22c%22"));
      keep("review-report", admin.get("/scripts/intro/review-report"));
      keep("report", admin.get("/scripts/intro/report?review=true"));
      keep("technical", admin.get("/people/technical"));
      keep("pass-wrong", admin.post("/scripts/intro/reviews/1/turn", new Form()));
      admin.post("/scripts/intro/versions", Form.version("two", "", "Why", 1));
      keep("lapsed", editor.post(verdicts, new Form().with("comment", "<u>")));
      keep("ask-lapsed", admin.get(ask));
    }
    assertThat(
            NodeTool.complaints(
                "html-validate",
                List.of("--config", ".htmlvalidate.json", "--formatter=text", pages.toString())))
        .isEmpty();
  }
}
