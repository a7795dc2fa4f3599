/** Figures as a table, each number a link to the list behind it for those who may open one. */
import { Table, type TableCell } from "../../components/table/table.tsx";
import type { FigureLine, FigureTable, Linked } from "./figure-table.ts";

type Props = {
  readonly table: FigureTable;
  readonly caption: string;
  /** What each row is: "Period", "Team". */
  readonly of: string;
};

/** A table of figures; a column that says nothing of the measure is left out. */
export function FigureLines({ table, caption, of }: Props) {
  const columns = [
    { name: "Figure", key: "figure", isThere: true },
    { name: "Numerator", key: "numerator", isThere: table.hasParts },
    { name: "Denominator", key: "denominator", isThere: table.hasParts },
    { name: "Missed", key: "missed", isThere: table.hasMissed },
  ] as const;
  const there = columns.filter(({ isThere }) => isThere);
  return (
    <Table
      class="app-cards app-measure__figures"
      caption={caption}
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={[{ content: of }, ...there.map(({ name }) => ({ content: name, numeric: true }))]}
      rows={table.lines.map((line) => [
        { content: line.name },
        ...there.map(({ name, key }) => cell(line, { name, key })),
      ])}
    />
  );
}

function cell(
  line: FigureLine,
  { name, key }: { readonly name: string; readonly key: "figure" | "numerator" | "denominator" | "missed" },
): TableCell {
  return {
    content: (
      <span>
        <LinkedNumber linked={line[key]} what={`${line.name}, ${name.toLowerCase()}`} />
        {key === "figure" && line.remarks.length > 0 && (
          <span class="app-measure__remark">{line.remarks.join(", ")}</span>
        )}
      </span>
    ),
    numeric: true,
    attributes: { "data-label": name },
  };
}

/** A number, as a link to its list where there is one. */
export function LinkedNumber({
  linked,
  what,
  class: extra = "govuk-link",
}: {
  readonly linked: Linked;
  readonly what: string;
  readonly class?: string;
}) {
  if (linked.href === null) return <>{linked.text}</>;
  return (
    <a class={extra} href={linked.href} rel="nofollow">
      {linked.text}
      <span class="govuk-visually-hidden">{`: the list of ${what}`}</span>
    </a>
  );
}
