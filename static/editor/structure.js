// What the lines of a screenplay in Fountain are, and the headings of any text.
const SCENE = /^(?:int|ext|est|int\.?\/ext|i\.?\/e|инт|экст|нат|інт|екст|innen|au(?:ss|ß)en)[. ].+|^\.[\p{L}\p{N}].*/iu;
const CUE = /^(?:@\S.{0,60}|\p{Lu}[\p{Lu}\p{M}\p{N} .'’&/#-]{1,40})(?:\([^)]{0,60}\))?\s*\^?$/u;
const HEADING = /^#{1,6}\s+\S/;
const TRANSITION = /^(?:>[^<]*|[^\p{Ll}]+ TO:)$/u;
const FARTHEST = 60; // lines that one speech may have

export function isScene(text) {
  return SCENE.test(text.trim());
}

export function isHeading(text) {
  return HEADING.test(text);
}

export function isCue(doc, number) {
  const text = doc.line(number).text.trim();
  const follows = number === 1 || doc.line(number - 1).text.trim() === "";
  const speaks = number < doc.lines && doc.line(number + 1).text.trim() !== "";
  return follows && speaks && CUE.test(text) && !isScene(text);
}

// The kind of a line of a screenplay: scene, heading, cue, aside, speech, transition, note; empty for action.
export function kindOf(doc, number) {
  const text = doc.line(number).text.trim();
  if (text === "") return "";
  if (isScene(text)) return "scene";
  if (isHeading(text)) return "heading";
  if (text.startsWith("=")) return "note";
  if (TRANSITION.test(text)) return "transition";
  if (isCue(doc, number)) return "cue";
  for (let before = number - 1; before >= Math.max(1, number - FARTHEST); before--) {
    if (doc.line(before).text.trim() === "") return "";
    if (isCue(doc, before)) return text.startsWith("(") && text.endsWith(")") ? "aside" : "speech";
  }
  return "";
}
