// Fetches a PDF, which takes its time and may be refused, and says so beside the links; without this the browser
// downloads it, and shows nothing meanwhile.
const said = document.querySelector("#pdf-said");
let isMaking = false;

function say(text, ...more) {
  const sentence = document.createElement("p");
  sentence.textContent = text;
  said.replaceChildren(sentence, ...more);
  return sentence;
}

function sayMaking() {
  const progress = document.createElement("progress");
  progress.setAttribute("aria-label", said.dataset.progress);
  say(said.dataset.making, progress);
}

async function reason(answer) {
  const isProblem = answer.headers.get("Content-Type")?.startsWith("application/problem+json");
  if (isProblem) return (await answer.json()).detail;
  return said.dataset.refused.replace("{0}", answer.status);
}

function save(pdf, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(pdf);
  link.download = name;
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function make({ href, download }) {
  sayMaking();
  try {
    const answer = await fetch(href);
    if (answer.ok) {
      save(await answer.blob(), download);
      say(said.dataset.made.replace("{0}", download));
    } else {
      say(await reason(answer)).className = "notice";
    }
  } catch {
    say(said.dataset.unreachable).className = "notice";
  }
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-fetched]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (isMaking) return;
  isMaking = true;
  await make(link);
  isMaking = false;
});

// What was said is about what was chosen before.
addEventListener("htmx:after:swap", () => {
  if (!isMaking) said.replaceChildren();
});
