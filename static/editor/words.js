// What the editor's own panels say, in the language of the page.
const KEYS = {
  Find: "find",
  Replace: "replace_with",
  next: "next",
  previous: "previous",
  all: "select_all",
  "match case": "match_case",
  "by word": "whole_words",
  regexp: "regular_expression",
  replace: "replace",
  "replace all": "replace_all",
  close: "close",
  "current match": "current_match",
  "replaced match on line $": "replaced_on_line",
  "replaced $ matches": "replaced",
  "on line": "on_line",
  "Go to line": "go_to_line",
  go: "go",
};

export const panelWords = () =>
  Object.fromEntries(Object.entries(KEYS).map(([phrase, key]) => [phrase, pageWords.say(`writing.find.${key}`, "$")]));
