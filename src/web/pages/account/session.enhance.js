// Warns before a session ends of itself, and lets whoever is still there stay (WCAG 2.2.1). Without this script the
// session ends unannounced; what was being sent then is kept as a draft all the same.
const WARN_MS = 5 * 60_000;
// Shorter than the shortest session that can be set.
const FIRST_LOOK_MS = 4 * 60_000;

const box = Object.assign(document.createElement("section"), { className: "app-session-warning", hidden: true });
box.setAttribute("aria-label", "Your session");
const words = Object.assign(document.createElement("p"), { className: "govuk-body app-session-warning__words" });
words.setAttribute("role", "alert");
const stay = Object.assign(document.createElement("button"), {
  type: "button",
  className: "govuk-button app-session-warning__button",
  textContent: "Stay signed in",
});
box.append(words, stay);

const show = (text, mayStay) => {
  box.hidden = false;
  stay.hidden = !mayStay;
  document.documentElement.classList.add("app-session-ending");
  if (words.textContent !== text) words.textContent = text;
};
const hide = () => {
  box.hidden = true;
  document.documentElement.classList.remove("app-session-ending");
};

const look = async (address) => {
  const answer = await fetch(address, { redirect: "manual" }).catch(() => null);
  // Out of reach for now: that says nothing about the session.
  if (answer === null) return setTimeout(look, WARN_MS, "/session");
  if (!answer.ok)
    return show("Your session has ended. Sign in again to go on; what you send until then is kept.", false);
  const { endsInMs, mayStay } = await answer.json();
  if (endsInMs > WARN_MS) {
    hide();
    return setTimeout(look, endsInMs - WARN_MS + 1000, "/session");
  }
  const minutes = Math.max(1, Math.round(endsInMs / 60_000));
  const left = minutes === 1 ? "a minute" : `${minutes} minutes`;
  show(
    `Your session ends in about ${left}.${mayStay ? "" : " Send what you have written, then sign in again."}`,
    mayStay,
  );
  return setTimeout(look, endsInMs + 1000, "/session");
};

if (document.querySelector('header a[href="/account"]')) {
  document.body.append(box);
  stay.addEventListener("click", () => look("/session/stay"));
  setTimeout(look, FIRST_LOOK_MS, "/session");
}
