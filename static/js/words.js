// The words that scripts show. The page has them in its language: those of a form by key in blocks of JSON, single ones
// at the element that a script works on.
const pageWords = (() => {
  // A text with values in its places {0}, {1} and so on.
  const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (place, number) => values[number]);

  function say(key, ...values) {
    for (const block of document.querySelectorAll("script[data-words]")) {
      const text = JSON.parse(block.textContent)[key];
      if (text !== undefined) return filled(text, ...values);
    }
    throw new Error(`There are no words “${key}”.`);
  }

  // About a number of things; what is written in its place comes first among the values.
  const count = (key, number, ...values) => say(`${key}.${number === 1 ? "one" : "other"}`, ...values);

  return { filled, say, count };
})();
