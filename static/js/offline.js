// A browser that is offline would leave a form for a page about an error, and with it what was typed; whether it is so,
// the server tells. Sending it again is up to the person.
(() => {
  const reached = new WeakSet();

  const forget = () => document.querySelectorAll(".is-offline").forEach((told) => told.remove());

  function tell(form, submitter) {
    forget();
    const told = document.getElementById("offline").content.firstElementChild.cloneNode(true);
    const place = form.querySelector("[data-draft-state]") ?? submitter?.closest(".actions") ?? submitter;
    (place ?? form.lastElementChild).after(told);
  }

  addEventListener(
    "submit",
    (event) => {
      const { target: form, submitter } = event;
      if (form.method !== "post" || navigator.onLine || reached.has(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      fetch("/healthz", { cache: "no-store" }).then(
        () => {
          reached.add(form);
          form.requestSubmit(submitter);
        },
        () => tell(form, submitter),
      );
    },
    true,
  );
  addEventListener("online", forget);
})();
