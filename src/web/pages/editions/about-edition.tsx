/** How an edition was made: who signed, what was accepted, what it revises, its files, and what can be done with it. */
import { EDITION_KIND_WORDS } from "../../../domain/edition.ts";
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { longInstant } from "../../words.ts";
import type { EditionPageProps } from "./read-edition.tsx";

/** The end of an edition's page. */
export function AboutEdition({ site, edition, facts, may }: EditionPageProps) {
  const { id } = edition;
  const corrects =
    facts.corrects === null
      ? []
      : [
          {
            key: "Corrects",
            value: (
              <a class="govuk-link" href={`/editions/${facts.corrects}`}>
                {facts.corrects}
              </a>
            ),
          },
        ];
  return (
    <section aria-labelledby="about-edition">
      <h2 class="govuk-heading-m" id="about-edition">
        {`How edition ${id} was made`}
      </h2>
      <SummaryList
        rows={[
          { key: "Kind", value: EDITION_KIND_WORDS[facts.kind] },
          ...(facts.reason === null ? [] : [{ key: "Reason", value: facts.reason }]),
          ...corrects,
          { key: "Published", value: `${longInstant(facts.publishedAt)} by ${facts.publishedBy}` },
          {
            key: "Signed off",
            value: facts.signOff.map(({ role, person, at }) => `${role}: ${person}, ${longInstant(at)}`).join("; "),
          },
          ...(facts.accepted.length === 0 ? [] : [{ key: "Accepted", value: facts.accepted.join(" ") }]),
          { key: "Checksum", value: <code class="app-checksum">{edition.checksum}</code> },
        ]}
      />
      <h3 class="govuk-heading-s">As published</h3>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={`/editions/${id}/page`}>
            The page
          </a>
        </li>
        {edition.files.map((name) => (
          <li key={name}>
            <a class="govuk-link" href={`/editions/${id}/${name}`} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <SinceThen site={site} id={id} may={may} />
      <Revisions facts={facts} />
    </section>
  );
}

function SinceThen({ site, id, may }: Pick<EditionPageProps, "site" | "may"> & { readonly id: string }) {
  return (
    <>
      {may.seeChanges && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/editions/${id}/changes`}>
            What would differ today, and why
          </a>
        </p>
      )}
      {may.correct && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/editions/${id}/correct`}>
            Publish a correction
          </a>
        </p>
      )}
      {may.makeAgain && (
        <Form site={site} action={`/editions/${id}/make-again`}>
          <Button class="govuk-button--secondary">Make it again from its records and compare</Button>
        </Form>
      )}
    </>
  );
}

function Revisions({ facts: { revisions } }: Pick<EditionPageProps, "facts">) {
  return (
    <>
      <h3 class="govuk-heading-s">Revisions</h3>
      {revisions.length === 0 ? (
        <p class="govuk-body">It revises nothing.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {revisions.map(({ reference, title, what, period, before, after, sentence }) => (
            <li key={`${reference} ${what} ${period}`}>
              {`${reference} ${title}, ${what}, ${period}: ${before} became ${after}. ${sentence}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
