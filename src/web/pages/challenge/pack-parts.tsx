/** The parts of a team's pack, the same on the session's page, held or not, and on paper. */
import { CardTable } from "../../components/card-table/card-table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { Heading, type Level } from "./heading.tsx";
import { Trend, Trends } from "./pack-trends.tsx";
import type { ActionView, LineView, PackView } from "./present.ts";

/** Everything of a pack, in the order a session goes through it. */
export function PackParts({ pack, level = 2 }: { readonly pack: PackView; readonly level?: Level }) {
  return (
    <>
      <Exceptions lines={pack.exceptions} level={level} />
      <ActionsBefore actions={pack.actions} level={level} />
      <Overdue pack={pack} level={level} />
      <Caseloads pack={pack} level={level} />
      <Trends pack={pack} level={level} />
      <Warnings warnings={pack.warnings} level={level} />
    </>
  );
}

/** What stands out, each with why in a sentence and its figures. */
export function Exceptions({ lines, level = 2 }: { readonly lines: readonly LineView[]; readonly level?: Level }) {
  return (
    <section class="app-pack__part">
      <Heading level={level}>What stands out</Heading>
      {lines.length === 0 ? (
        <p class="govuk-body">Nothing is red, amber and worse, or unusual.</p>
      ) : (
        <ul class="govuk-list app-pack__exceptions">
          {lines.map((line) => (
            <li key={line.key} class="app-pack__exception">
              <Heading level={level === 2 ? 3 : 4} class="govuk-heading-s app-pack__measure">
                <a class="govuk-link" href={line.href}>
                  {line.title}
                </a>
              </Heading>
              <p class="govuk-body app-pack__tags">
                {line.tags.map((tag) => (
                  <Tag key={tag.text} class={tag.class}>
                    {tag.text}
                  </Tag>
                ))}
              </p>
              <p class="govuk-body app-pack__figure">
                <strong>{line.shown}</strong>
                {line.parts !== null && ` (${line.parts})`} in {line.period}
                {line.target !== "" && `; target ${line.target}`}
                <Trend line={line} />
              </p>
              <ul class="govuk-list govuk-list--bullet">
                {line.sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              {line.listHref !== null && (
                <p class="govuk-body-s app-pack__list app-no-print">
                  <a class="govuk-link" href={line.listHref}>
                    The children behind it<span class="govuk-visually-hidden">: {line.title}</span>
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Last session's actions and whether they worked. */
export function ActionsBefore({
  actions,
  level = 2,
  heading = "Actions from earlier sessions",
}: {
  readonly actions: readonly ActionView[];
  readonly level?: Level;
  readonly heading?: string;
}) {
  return (
    <section class="app-pack__part">
      <Heading level={level}>{heading}</Heading>
      {actions.length === 0 ? (
        <p class="govuk-body">None are open, and none were agreed last time.</p>
      ) : (
        <CardTable
          caption="Did they work?"
          columns={[
            { text: "Action" },
            { text: "Owner" },
            { text: "Due" },
            { text: "State" },
            { text: "Did it work?" },
          ]}
          rows={actions.map((action) => [
            <a class="govuk-link" href={action.href}>
              {action.text}
            </a>,
            action.owner,
            action.due,
            <Tag class={action.stateClass}>{action.state}</Tag>,
            <div>
              <Tag class={action.outcomeClass}>{action.outcome}</Tag>
              <p class="govuk-body-s app-pack__sentence">{action.sentence}</p>
              {action.latest !== null && <p class="govuk-body-s app-pack__sentence">Latest note: {action.latest}</p>}
            </div>,
          ])}
        />
      )}
    </section>
  );
}

type PartProps = { readonly pack: PackView; readonly level: Level };

function Overdue({ pack: { overdue, maySeeCases }, level }: PartProps) {
  return (
    <section class="app-pack__part">
      <Heading level={level}>Overdue and due soon</Heading>
      {overdue.length === 0 ? (
        <p class="govuk-body">Nothing is overdue or falls due within 15 working days.</p>
      ) : (
        <CardTable
          caption="Overdue and due soon, most overdue first"
          columns={[
            { text: "What" },
            { text: "Overdue", numeric: true },
            { text: "Due within 15 working days", numeric: true },
          ]}
          rows={overdue.map(({ title, count, soon, href }) => [
            maySeeCases ? (
              <a class="govuk-link" href={href}>
                {title}
              </a>
            ) : (
              title
            ),
            count,
            soon,
          ])}
        />
      )}
    </section>
  );
}

function Caseloads({ pack: { caseloads, caseloadWords }, level }: PartProps) {
  if (caseloads === null) return null;
  return (
    <section class="app-pack__part">
      <Heading level={level}>Caseloads</Heading>
      <p class="govuk-body">{caseloadWords}</p>
      {caseloads.length > 0 && (
        <ul class="govuk-list app-pack__caseloads">
          {caseloads.map(({ worker, children }) => (
            <li key={worker}>
              {worker}: <strong>{children}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Warnings({ warnings, level }: { readonly warnings: readonly string[]; readonly level: Level }) {
  return (
    <section class="app-pack__part">
      <Heading level={level}>What to doubt in these figures</Heading>
      {warnings.length === 0 ? (
        <p class="govuk-body">Nothing is known to be wrong with them.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
