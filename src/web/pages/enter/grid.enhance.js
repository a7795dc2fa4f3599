/* The grid of figures: arrow keys move up and down a column, and cells copied from a spreadsheet fill it from where they are pasted. */
for (const grid of document.querySelectorAll("[data-enter-grid]")) {
  const COLUMNS = ["numerator", "denominator", "value", "state", "note"];
  const rows = [...grid.querySelectorAll("tbody tr")];
  const cellAt = (row, column) => rows[row]?.querySelector(`[data-column="${column}"]`) ?? null;
  const placeOf = (cell) => ({ row: rows.indexOf(cell.closest("tr")), column: cell.dataset.column });

  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("input[data-column]");
    if (!cell || !["ArrowUp", "ArrowDown", "Enter"].includes(event.key) || event.altKey || event.ctrlKey) return;
    const { row, column } = placeOf(cell);
    const step = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey) ? -1 : 1;
    for (let next = row + step; rows[next]; next += step) {
      const other = cellAt(next, column);
      if (!other) continue;
      event.preventDefault();
      other.focus();
      other.select?.();
      return;
    }
    // Enter on the last row must not send half a grid by surprise.
    if (event.key === "Enter") event.preventDefault();
  });

  grid.addEventListener("paste", (event) => {
    const cell = event.target.closest("[data-column]");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!cell || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    const { row, column } = placeOf(cell);
    const first = COLUMNS.indexOf(column);
    for (const [down, line] of text
      .replace(/\r?\n$/, "")
      .split(/\r?\n/)
      .entries())
      for (const [across, value] of line.split("\t").entries()) put(cellAt(row + down, COLUMNS[first + across]), value);
  });

  const fold = (word) => word.toLowerCase().replace(/[^a-z]/g, "");
  const put = (cell, value) => {
    if (!cell) return;
    if (cell.tagName === "SELECT") {
      const wanted = [...cell.options].find((one) => fold(one.value) === fold(value) || fold(one.text) === fold(value));
      if (!wanted) return;
      cell.value = wanted.value;
    } else cell.value = value.trim();
    cell.dispatchEvent(new Event("input", { bubbles: true }));
    cell.dispatchEvent(new Event("change", { bubbles: true }));
  };
}
