package prismq.t.script.versioning.web;

import prismq.t.script.versioning.access.Requester.SignedIn;

/** The field by which a form proves that a page of this session holds it. */
final class FormToken {
  /** The name of the field. */
  static final String FIELD = "form_token";

  private FormToken() {}

  /** The token of a session; its secret cannot be told from it. */
  static String of(SignedIn signedIn) {
    return signedIn.session().derived(FIELD);
  }
}
