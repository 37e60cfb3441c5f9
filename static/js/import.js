// An upload: its size is looked at before it is sent, how much of it is sent is shown, and the dates of the files go
// along, which a form alone does not send. Without this the server looks at the size, and drafts get the time of the
// upload.
function bytes(count) {
  return count < 1e6
    ? `${Math.ceil(count / 1e3)} kB`
    : count < 1e9
      ? `${(count / 1e6).toFixed(1)} MB`
      : `${(count / 1e9).toFixed(1)} GB`;
}

function filled(message, ...values) {
  return message.replace(/\{(\d)\}/g, (place, number) => values[number]);
}

function problem(files, { largest, most, tooLarge, tooMany, empty }) {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > Number(largest)) return filled(tooLarge, bytes(size), bytes(Number(largest)));
  if (files.length > Number(most)) return filled(tooMany, files.length, most);
  return size === 0 && files.length > 0 ? empty : "";
}

function field(form) {
  return form.elements.upload;
}

document.addEventListener("change", ({ target }) => {
  const form = target.closest?.("form[data-import]");
  if (form && target === field(form)) target.setCustomValidity(problem([...target.files], form.dataset));
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-import]")) return;
  event.preventDefault();
  send(event.target);
});

// Sent from here instead of by the form, which would not tell how far it is.
function send(form) {
  const [button, stop, progress] = ["[type=submit]", "[data-stop]", "progress"].map((name) => form.querySelector(name));
  const say = (text) => (form.querySelector("[role=status]").textContent = text);
  const sending = (is) => {
    button.disabled = is;
    stop.hidden = progress.hidden = !is;
  };
  const request = new XMLHttpRequest();
  const stopped = (text) => {
    sending(false);
    say(text);
  };
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    progress.value = total > 0 ? loaded / total : 0;
    say(loaded < total ? filled(form.dataset.sent, bytes(loaded), bytes(total)) : form.dataset.allSent);
  });
  request.addEventListener("load", () => {
    stopped("");
    if (request.status < 400) location.assign(request.responseURL);
    else show(request.responseText);
  });
  request.addEventListener("error", () => stopped(form.dataset.unreachable));
  request.addEventListener("abort", () => stopped(form.dataset.cancelled));
  stop.addEventListener("click", () => request.abort(), { once: true });
  request.open("POST", form.action);
  request.send(new FormData(form));
  say(form.dataset.uploading);
  sending(true);
  stop.focus();
}

// The page that says what was wrong.
function show(html) {
  const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  document.querySelector("main").replaceWith(main);
  main.querySelector("[role=alert]")?.scrollIntoView({ block: "center" });
}

document.addEventListener("formdata", ({ target, formData }) => {
  if (!target.matches("form[data-import]")) return;
  formData.set("modified", [...field(target).files].map((file) => file.lastModified).join(","));
});
