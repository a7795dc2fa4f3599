// Numbers the lines of a written definition beside its box; without this each fault still names its line.
for (const box of document.querySelectorAll("textarea[data-line-numbers]")) {
  const frame = document.createElement("div");
  frame.className = "app-line-numbers app-code-field";
  const gutter = document.createElement("div");
  gutter.className = "app-line-numbers__gutter";
  gutter.setAttribute("aria-hidden", "true");
  box.before(frame);
  frame.append(gutter, box);
  const number = () => {
    const lines = box.value.split("\n").length;
    gutter.textContent = Array.from({ length: lines }, (_, index) => index + 1).join("\n");
    gutter.scrollTop = box.scrollTop;
  };
  const follow = () => {
    gutter.style.height = `${box.clientHeight}px`;
    gutter.scrollTop = box.scrollTop;
  };
  box.addEventListener("input", number);
  box.addEventListener("scroll", follow);
  number();
  follow();
}
