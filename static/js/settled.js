// Forgets the answers of a merge, which settle.js keeps, once they are saved.
const SENT = "settlement sent"; // the one that was sent last, in this tab

try {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  // Only a merge that was saved is answered by leading elsewhere.
  const leads = performance.getEntriesByType("navigation")[0]?.redirectCount > 0;
  if (sent && leads && !document.querySelector("form[data-settlement]")) localStorage.removeItem(sent);
} catch {
  // Storage may be refused altogether.
}
