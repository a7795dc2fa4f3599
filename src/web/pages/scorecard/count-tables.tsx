/** How many indicators have each rating and direction, by section, folded until asked for. */
import { Details } from "../../components/details/details.tsx";
import type { CountCell, CountTable } from "./counts.ts";

/** Two tables that add up across and down; each number leads to its rows. */
export function CountTables({ tables }: { readonly tables: readonly CountTable[] }) {
  if (tables.length === 0) return null;
  return (
    <Details summary="How many of each, by section">
      {tables.map((table) => (
        <OneTable key={table.title} table={table} />
      ))}
    </Details>
  );
}

function OneTable({ table: { title, head, rows, total } }: { readonly table: CountTable }) {
  return (
    <table class="govuk-table app-cards app-count-table">
      <caption class="govuk-table__caption govuk-table__caption--s">{title}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Section
          </th>
          {head.map((label) => (
            <th key={label} scope="col" class="govuk-table__header govuk-table__header--numeric">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <CountRow key={row.title} title={row.title} cells={row.cells} head={head} />
        ))}
        <CountRow title="All shown" cells={total} head={head} />
      </tbody>
    </table>
  );
}

type CountRowProps = {
  readonly title: string;
  readonly cells: readonly CountCell[];
  readonly head: readonly string[];
};

function CountRow({ title, cells, head }: CountRowProps) {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {title}
      </th>
      {cells.map(({ count, href }, index) => (
        <td key={head[index]} class="govuk-table__cell govuk-table__cell--numeric" data-label={head[index]}>
          {href === null ? (
            count
          ) : (
            <a class="govuk-link" href={href} aria-label={`${count} ${head[index]}: ${title}`}>
              {count}
            </a>
          )}
        </td>
      ))}
    </tr>
  );
}
