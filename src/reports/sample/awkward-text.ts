/** Text that has broken documents before; every format must show it as it is, and run none of it. */

/** Text of every awkward kind: long words, right to left, emoji, markup of every format, formulas, control signs. */
export const AWKWARD: readonly string[] = [
  `Donau${"dampfschifffahrts".repeat(6)}gesellschaft`,
  "اسم من اليمين إلى اليسار",
  "Family 👩‍👧‍👦 help ✅",
  "<script>alert(1)</script> & <b>not bold</b>",
  "#let x = 1; *stars* _underscores_ $dollars$ [brackets] @reference \\backslash `ticks`",
  '=HYPERLINK("http://example.invalid","click")',
  "+1+1",
  "-2+3",
  "@SUM(A1:A9)",
  "Line one\nLine two\ttabbed",
  "“Quotes” ‘and’ ‑ hyphens – dashes — ellipsis…",
  "trailing space ",
];
