// Forms marked data-draft are kept on the server while they are written, and offered again when their page is opened anew.
// Secrets are left out here and again by the server. A page without this script loses nothing but the keeping.
const SECRET = /^_|pass|secret|token|^code$/i;
const NEWS = ["done", "why", "draft"];
const query = new URLSearchParams(location.search);
for (const name of NEWS) query.delete(name);
const page = location.pathname + (query.size === 0 ? "" : `?${query}`);

const element = (tag, className, text = "") =>
  Object.assign(document.createElement(tag), { className, textContent: text });

const writtenIn = (form) => {
  const fields = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && !SECRET.test(name))
      fields[name] = name in fields ? [fields[name], value].flat() : value;
  return fields;
};

const putBack = (form, fields) => {
  for (const control of form.elements) {
    if (!(control.name in fields) || SECRET.test(control.name) || control.type === "hidden") continue;
    const values = [fields[control.name]].flat();
    if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
    else if (control.type !== "file" && control.tagName !== "BUTTON") control.value = values[0];
  }
};

const offer = (form, draft, status) => {
  const box = element("div", "govuk-inset-text app-draft-offer");
  const when = new Date(draft.at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  const button = element("button", "govuk-button govuk-button--secondary", "Put it back");
  button.type = "button";
  button.addEventListener("click", () => {
    putBack(form, draft.fields);
    status.textContent = "What you wrote is back in the form.";
    box.remove();
    form.querySelector("textarea, input:not([type=hidden]), select")?.focus();
  });
  box.append(element("p", "govuk-body", `You wrote something here on ${when} and did not send it.`), button);
  form.before(box);
};

const keepDrafts = (form, key) => {
  const status = element("p", "govuk-body-s app-draft-status");
  status.setAttribute("role", "status");
  form.append(status);
  let kept = JSON.stringify(writtenIn(form));
  let waiting;
  const keep = async () => {
    waiting = undefined;
    const now = JSON.stringify(writtenIn(form));
    if (now === kept) return;
    const token = form.elements.namedItem("_token")?.value ?? "";
    const answer = await fetch("/drafts", {
      method: "POST",
      headers: { "content-type": "application/json", "x-waymark-form-token": token },
      body: JSON.stringify({ form: key, fields: JSON.parse(now) }),
      keepalive: true,
      redirect: "manual",
    }).catch(() => null);
    if (answer?.ok) kept = now;
    const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    status.textContent = answer?.ok
      ? `Draft kept at ${time}.`
      : "The draft could not be kept just now. Copy what you wrote before you leave this page.";
  };
  const stop = () => {
    clearTimeout(waiting);
    waiting = undefined;
  };
  form.addEventListener("input", () => {
    stop();
    waiting = setTimeout(keep, 1500);
  });
  // What is sent needs no keeping; what is left behind does.
  form.addEventListener("submit", stop);
  addEventListener("pagehide", () => waiting !== undefined && keep());

  const isOfThisForm = ({ fields }) => Object.keys(fields).every((name) => form.elements.namedItem(name) !== null);
  const differs = ({ fields }) => {
    const shown = writtenIn(form);
    return Object.entries(fields).some(([name, value]) => String(shown[name] ?? "") !== String(value));
  };
  const found = (address) =>
    fetch(`/drafts?form=${encodeURIComponent(address)}`).then((answer) => (answer.ok ? answer.json() : null));
  // A form sent in a session that had ended was kept under its page alone.
  found(key)
    .then((draft) => draft ?? (key === page ? null : found(page)))
    .then((draft) => {
      if (draft !== null && isOfThisForm(draft) && differs(draft)) offer(form, draft, status);
    })
    .catch(() => undefined);
};

[...document.querySelectorAll("form[data-draft]")].forEach((form, index) => {
  // The first form of a page is the page's own; others are told apart by where they are sent.
  keepDrafts(form, index === 0 ? page : `${page}#${new URL(form.action).pathname}`);
});
