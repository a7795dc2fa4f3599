// "/" goes to the search box, as in many applications; not while somebody types, and not together with other keys.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  if (target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]")) return;
  const box = document.getElementById("q") ?? document.getElementById("site-search");
  if (box === null) return;
  event.preventDefault();
  box.focus();
});
