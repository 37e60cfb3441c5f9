// How long a text is: in words, and in minutes of listening.
import { kindOf } from "./structure.js";

const WORDS_A_MINUTE = 150; // where the script has no other number
const LINES_A_PAGE = 55; // of a screenplay, whose page lasts a minute
const COLUMNS = { "": 60, cue: 38, aside: 25, speech: 35 };
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*[\p{L}\p{N}][^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*/gu;

function countWords(doc) {
  let words = 0;
  for (const line of doc.iterLines()) for (const found of line.matchAll(WORD)) words += found ? 1 : 0;
  return words;
}

function pages(doc) {
  let lines = 0;
  for (let number = 1; number <= doc.lines; number++) {
    const columns = COLUMNS[kindOf(doc, number)] ?? 60;
    lines += Math.max(1, Math.ceil(doc.line(number).length / columns));
  }
  return lines / LINES_A_PAGE;
}

export function showLength(doc, format) {
  const shown = document.querySelector("[data-length]");
  if (!shown) return;
  const words = countWords(doc);
  const isScreenplay = format === "screenplay";
  const rate = Number(shown.dataset.length) || WORDS_A_MINUTE;
  const minutes = isScreenplay ? pages(doc) : words / rate;
  const number = (count) => count.toLocaleString(document.documentElement.lang);
  const about = minutes < 1 ? "writing.under_a_minute" : "writing.minutes";
  const length = pageWords.count("count.word", words, number(words));
  shown.textContent = words ? pageWords.say(about, length, number(Math.round(minutes))) : length;
  shown.title = isScreenplay
    ? pageWords.say("writing.page_is_a_minute", LINES_A_PAGE)
    : pageWords.say("writing.read_aloud", rate);
}
