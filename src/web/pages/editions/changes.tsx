/** What would differ today from an edition, and why. */
import { CHANGE_CAUSES, type ChangeCause, type EditionChange } from "../../../domain/edition.ts";
import { Page } from "../../components/page/page.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Site } from "../../context.ts";
import { periodNamed } from "../../words.ts";

const CAUSE_WORDS: Readonly<Record<ChangeCause, string>> = {
  "late-recording": "Recorded late or put right",
  "new-load": "Newly loaded",
  definition: "Defined anew",
  comparator: "Other published figures",
  target: "Another target",
  judgement: "Judged anew",
  typed: "Typed again",
  placement: "Put on or taken off the scorecard",
};

export type ChangesPageProps = {
  readonly site: Site;
  readonly id: string;
  /** The edition in words: "Vital Signs, February 2026". */
  readonly name: string;
  readonly changes: readonly EditionChange[];
  readonly mayCorrect?: boolean;
};

/** The page of what would differ. */
export function ChangesPage({ site, id, name, changes, mayCorrect = false }: ChangesPageProps) {
  const above = [
    { text: "Editions", href: "/editions" },
    { text: name, href: `/editions/${id}` },
  ];
  return (
    <Page site={site} title={`Changes since ${name}`} part="/editions" above={above}>
      <h1 class="govuk-heading-l">{`What would differ today from ${name}`}</h1>
      {changes.length === 0 ? (
        <p class="govuk-body">Nothing: every figure, target, rating and comparator is as it was published.</p>
      ) : (
        <p class="govuk-body">
          {`${changes.length} ${changes.length === 1 ? "difference" : "differences"}. The edition itself stays as it was published.`}
        </p>
      )}
      {mayCorrect && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/editions/${id}/correct`}>
            Publish a correction
          </a>
        </p>
      )}
      <ChangesByCause changes={changes} />
    </Page>
  );
}

/** Differences in the groups of their first cause, causes in the order of the list of them. */
export function ChangesByCause({ changes }: { readonly changes: readonly EditionChange[] }) {
  const groups = Map.groupBy(changes, ({ causes }) => causes[0] ?? "judgement");
  return (
    <>
      {CHANGE_CAUSES.filter((cause) => groups.has(cause)).map((cause) => (
        <CauseTable key={cause} words={CAUSE_WORDS[cause]} changes={groups.get(cause) ?? []} />
      ))}
    </>
  );
}

function CauseTable({ words, changes }: { readonly words: string; readonly changes: readonly EditionChange[] }) {
  const named = (name: string) => ({ "data-label": name });
  return (
    <Table
      class="app-cards"
      caption={words}
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={["Indicator", "What", "Period", "Published", "Today", "Why"].map((content) => ({ content }))}
      rows={changes.map(({ reference, title, what, period, before, after, sentence }) => [
        { content: `${reference} ${title}` },
        { content: what, attributes: named("What") },
        { content: periodNamed(period), attributes: named("Period") },
        { content: before, attributes: named("Published") },
        { content: after, attributes: named("Today") },
        { content: sentence, attributes: named("Why") },
      ])}
    />
  );
}
