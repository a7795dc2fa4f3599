// Checks a comment's words against the data while they are written; without this the Check button does it.
const WAIT = 1200;

for (const form of document.querySelectorAll("form[data-check-words]")) {
  const words = form.elements.namedItem("body");
  const place = form.querySelector("#checked");
  const [, , scorecard, period] = new URL(form.action).pathname.split("/");
  let timer = 0;
  let asked = 0;

  const check = async () => {
    const turn = ++asked;
    if (words.value.trim() === "") return place.replaceChildren();
    const fields = { scorecard, period, on: form.elements.namedItem("on").value, body: words.value };
    const answer = await fetch("/comments/check", {
      method: "POST",
      headers: { "x-waymark-form-token": form.elements.namedItem("_token").value },
      body: new URLSearchParams(fields),
    }).catch(() => null);
    // An answer to words that have changed since is thrown away; the button still checks when the script cannot.
    if (turn !== asked || !answer?.ok) return;
    show(await answer.text());
  };

  const show = (html) => {
    const reasons = new Map();
    for (const box of place.querySelectorAll("textarea")) reasons.set(flagOf(box), box.value);
    const fresh = new DOMParser().parseFromString(html, "text/html").body;
    for (const box of fresh.querySelectorAll("textarea")) box.textContent = reasons.get(flagOf(box)) ?? "";
    const heading = document.createElement("h2");
    heading.className = "govuk-heading-m";
    heading.textContent = "Your words, checked";
    place.replaceChildren(heading, ...fresh.childNodes);
  };

  const flagOf = (box) => box.closest("li").querySelector("input[type=hidden]").value;

  words.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(check, WAIT);
  });
}
