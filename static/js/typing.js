// Whether a key is typed into a field rather than pressed for the page. The editor's field is inside a shadow root.
const isTyping = (event) => Boolean(event.composedPath()[0].closest?.("input, textarea, select, [contenteditable]"));
