// An upload: its size is looked at before it is sent, and the dates of the files go along, which a form alone does not
// send. Without this the server looks at the size, and drafts get the time of the upload.
function bytes(count) {
  return count < 1e6 ? `${Math.ceil(count / 1e3)} kB` : count < 1e9 ? `${(count / 1e6).toFixed(1)} MB` : `${(count / 1e9).toFixed(1)} GB`;
}

function problem(files, { largest, most }) {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > Number(largest)) return `This is ${bytes(size)}, and at most ${bytes(Number(largest))} are taken at once.`;
  if (files.length > Number(most)) return `These are ${files.length} files, and at most ${most} are taken at once.`;
  return size === 0 && files.length > 0 ? "What you chose is empty." : "";
}

function field(form) {
  return form.elements.upload;
}

document.addEventListener("change", ({ target }) => {
  const form = target.closest?.("form[data-import]");
  if (form && target === field(form)) target.setCustomValidity(problem([...target.files], form.dataset));
});

document.addEventListener("submit", ({ target }) => {
  if (!target.matches("form[data-import]")) return;
  target.querySelector("[role=status]").textContent = "Uploading. A large file takes a while; leave this page open.";
  // Not before the form is on its way.
  setTimeout(() => target.querySelectorAll("button").forEach((button) => (button.disabled = true)));
});

document.addEventListener("formdata", ({ target, formData }) => {
  if (!target.matches("form[data-import]")) return;
  formData.set("modified", [...field(target).files].map((file) => file.lastModified).join(","));
});

// Who comes back to the page may send again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-import]")) {
    form.querySelector("[role=status]").textContent = "";
    form.querySelectorAll("button").forEach((button) => (button.disabled = false));
  }
});
