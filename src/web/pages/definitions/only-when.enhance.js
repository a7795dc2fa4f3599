// Hides the fields of answers that are not chosen; without this they stand under words that say when they count.
const follow = () => {
  for (const part of document.querySelectorAll("[data-only-when]")) {
    const [name, value] = part.dataset.onlyWhen.split("=");
    const chosen = document.querySelector(`input[name="${CSS.escape(name)}"]:checked`);
    part.hidden = chosen !== null && chosen.value !== value;
  }
};
if (document.querySelector("[data-only-when]") !== null) {
  document.addEventListener("change", follow);
  follow();
}
