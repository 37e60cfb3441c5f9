// What the editor's own panels say, in the language of the page.
const KEYS = {
  Find: "writing.find.find",
  Replace: "writing.find.replace_with",
  next: "writing.find.next",
  previous: "writing.find.previous",
  all: "writing.find.select_all",
  "match case": "writing.find.match_case",
  "by word": "writing.find.whole_words",
  regexp: "writing.find.regular_expression",
  replace: "writing.find.replace",
  "replace all": "writing.find.replace_all",
  close: "writing.find.close",
  "current match": "writing.find.current_match",
  "replaced match on line $": "writing.find.replaced_on_line",
  "replaced $ matches": "writing.find.replaced",
  "on line": "writing.find.on_line",
  "Go to line": "writing.find.go_to_line",
  go: "writing.find.go",
};

export const panelWords = () =>
  Object.fromEntries(Object.entries(KEYS).map(([phrase, key]) => [phrase, pageWords.say(key, "$")]));
