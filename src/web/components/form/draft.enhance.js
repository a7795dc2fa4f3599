// Forms marked data-draft are kept on the server while they are written, and offered again when the page is opened anew.
// Secrets are left out here and again by the server. A page without this script loses nothing but the keeping.
const drafted = document.querySelector("form[data-draft]");
if (drafted) {
  const news = new Set(["done", "why", "draft"]);
  const query = new URLSearchParams([...new URLSearchParams(location.search)].filter(([name]) => !news.has(name)));
  const address = location.pathname + (query.size === 0 ? "" : `?${query}`);
  const secret = /^_|pass|secret|token|^code$/i;
  const token = drafted.elements.namedItem("_token")?.value ?? "";
  const status = document.createElement("p");
  status.className = "govuk-body-s app-draft-status";
  status.setAttribute("role", "status");
  drafted.append(status);

  const written = () => {
    const fields = {};
    for (const [name, value] of new FormData(drafted))
      if (typeof value === "string" && !secret.test(name))
        fields[name] = name in fields ? [fields[name], value].flat() : value;
    return fields;
  };
  let kept = JSON.stringify(written());
  let waiting;
  const keep = async () => {
    const now = JSON.stringify(written());
    if (now === kept) return;
    const body = JSON.stringify({ form: address, fields: JSON.parse(now) });
    const headers = { "content-type": "application/json", "x-waymark-form-token": token };
    const answer = await fetch("/drafts", { method: "POST", headers, body, keepalive: true, redirect: "manual" }).catch(
      () => null,
    );
    if (answer?.ok) kept = now;
    status.textContent = answer?.ok
      ? `Draft kept at ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}.`
      : "The draft could not be kept just now. Copy what you wrote before you leave this page.";
  };
  drafted.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 1500);
  });
  drafted.addEventListener("submit", () => clearTimeout(waiting));
  addEventListener("pagehide", () => {
    if (waiting !== undefined && !drafted.dataset.sent) keep();
  });
  drafted.addEventListener("submit", () => {
    drafted.dataset.sent = "";
  });

  const putBack = (fields) => {
    for (const control of drafted.elements) {
      if (!(control.name in fields) || secret.test(control.name) || control.type === "hidden") continue;
      const values = [fields[control.name]].flat();
      if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
      else if (control.type !== "file" && control.tagName !== "BUTTON") control.value = values[0];
    }
  };
  const offer = (draft) => {
    const box = document.createElement("div");
    box.className = "govuk-inset-text app-draft-offer";
    const words = document.createElement("p");
    words.className = "govuk-body";
    const when = new Date(draft.at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
    words.textContent = `You wrote something here on ${when} and did not send it.`;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "govuk-button govuk-button--secondary";
    button.textContent = "Put it back";
    button.addEventListener("click", () => {
      putBack(draft.fields);
      status.textContent = "What you wrote is back in the form.";
      box.remove();
      drafted.querySelector("textarea, input:not([type=hidden])")?.focus();
    });
    box.append(words, button);
    drafted.before(box);
  };
  fetch(`/drafts?form=${encodeURIComponent(address)}`)
    .then((answer) => (answer.ok ? answer.json() : null))
    .then((draft) => {
      if (draft === null) return;
      const shown = written();
      if (Object.entries(draft.fields).some(([name, value]) => String(shown[name] ?? "") !== String(value)))
        offer(draft);
    })
    .catch(() => undefined);
}
