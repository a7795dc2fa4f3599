/** Promises made in comments: those found and waiting for a person's word, those followed, those set aside. */
import { Button } from "../../components/button/button.tsx";
import { CardTable } from "../../components/card-table/card-table.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { may } from "../../viewer.ts";
import { Notice } from "./notice.tsx";
import type { Choice } from "./record-form.tsx";

export type FoundView = {
  readonly key: string;
  readonly comment: string;
  readonly start: number;
  readonly quote: string;
  /** "Vital signs, March 2026, by …" */
  readonly where: string;
  /** "Read as: an improvement in quarter 3 (to 31 December 2025)." */
  readonly reading: string;
  readonly indicators: readonly Choice[];
};

export type PromiseView = {
  readonly id: number;
  readonly title: string;
  readonly quote: string;
  readonly where: string;
  readonly due: string;
  readonly word: string;
  readonly wordClass: string;
  readonly sentence: string;
};

export type PromisesModel = {
  readonly found: readonly FoundView[];
  readonly confirmed: readonly PromiseView[];
  readonly setAside: readonly Pick<PromiseView, "id" | "quote" | "where">[];
  readonly done: string | null;
};

/** The page of promises. */
export function PromisesPage({ site, promises }: { readonly site: Site; readonly promises: PromisesModel }) {
  const isRunner = may(site.viewer, "run-challenge");
  const { found, confirmed, setAside, done } = promises;
  return (
    <Page
      site={site}
      title="Promises made in comments"
      part="/challenge"
      above={[{ text: "Challenge", href: "/challenge" }]}
      wide
    >
      <Notice done={done} />
      <h1 class="govuk-heading-l">Promises made in comments</h1>
      <p class="govuk-body">
        “We expect an improvement in quarter 3” is a promise. Once somebody confirms it, it is looked at when its period
        is in: was it kept?
      </p>
      {found.length > 0 && (
        <>
          <h2 class="govuk-heading-m">To confirm</h2>
          {found.map((one) => (
            <Found key={one.key} site={site} found={one} isRunner={isRunner} />
          ))}
        </>
      )}
      <Followed promises={promises} site={site} isRunner={isRunner} />
      {confirmed.length + found.length === 0 && (
        <p class="govuk-inset-text">
          No comment handed in or approved promises anything of a later period that is still to be confirmed.
        </p>
      )}
      {setAside.length > 0 && (
        <Details summary={`Set aside (${setAside.length})`}>
          {setAside.map(({ id, quote, where }) => (
            <div key={id}>
              <p class="govuk-body">
                “{quote}” <span class="app-muted">{where}</span>
              </p>
              {isRunner && <TakeBack site={site} id={id} quote={quote} />}
            </div>
          ))}
        </Details>
      )}
    </Page>
  );
}

function Found({
  site,
  found,
  isRunner,
}: {
  readonly site: Site;
  readonly found: FoundView;
  readonly isRunner: boolean;
}) {
  const { key, quote, where, reading, indicators, comment, start } = found;
  return (
    <article class="app-said">
      <p class="govuk-body">“{quote}”</p>
      <p class="govuk-body-s app-muted">{where}</p>
      <p class="govuk-body">
        {reading}
        {indicators.length === 1 && ` About: ${indicators[0]?.text}.`}
      </p>
      {isRunner && (
        <Form site={site} action="/challenge/promises">
          <input type="hidden" name="comment" value={comment} />
          <input type="hidden" name="start" value={start} />
          {indicators.length === 1 ? (
            <input type="hidden" name="reference" value={indicators[0]?.value} />
          ) : (
            <Select id={`reference-${key}`} name="reference" label="Which figure is it about?" options={indicators} />
          )}
          <div class="govuk-button-group">
            <Button name="state" value="confirmed">
              Follow it<span class="govuk-visually-hidden">: “{quote}”</span>
            </Button>
            <Button name="state" value="set-aside" class="govuk-button--secondary">
              Set aside<span class="govuk-visually-hidden">: “{quote}”</span>
            </Button>
          </div>
        </Form>
      )}
    </article>
  );
}

function Followed({
  promises: { confirmed },
  site,
  isRunner,
}: {
  readonly promises: PromisesModel;
  readonly site: Site;
  readonly isRunner: boolean;
}) {
  if (confirmed.length === 0) return null;
  return (
    <CardTable
      caption="Followed"
      columns={[{ text: "Promise" }, { text: "Figure" }, { text: "Due" }, { text: "Was it kept?" }]}
      rows={confirmed.map(({ id, quote, where, title, due, word, wordClass, sentence }) => [
        <span>
          “{quote}” <span class="govuk-body-s app-muted">{where}</span>
        </span>,
        title,
        due,
        <div>
          <Tag class={wordClass}>{word}</Tag>
          <p class="govuk-body-s app-pack__sentence">{sentence}</p>
          {isRunner && <TakeBack site={site} id={id} quote={quote} />}
        </div>,
      ])}
    />
  );
}

function TakeBack({ site, id, quote }: { readonly site: Site; readonly id: number; readonly quote: string }) {
  return (
    <Form site={site} action={`/challenge/promises/${id}/withdraw`} class="app-no-print">
      <Button class="govuk-button--secondary app-button--small">
        Take the decision back<span class="govuk-visually-hidden">: “{quote}”</span>
      </Button>
    </Form>
  );
}
