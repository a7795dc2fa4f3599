/** A scorecard's order as a form: sections and indicators moved up and down, taken out, put in. */
import { WINDOWS } from "../../../domain/period.ts";
import type { DefinitionCheck } from "../../../services/definitions/check-definition.ts";
import type { DefinitionDraft } from "../../../services/definitions/drafts.ts";
import type { OutlinedSection } from "../../../services/definitions/measure-editing.ts";
import { Button } from "../../components/button/button.tsx";
import { Fieldset } from "../../components/fieldset/fieldset.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Select } from "../../components/select/select.tsx";
import type { Site } from "../../context.ts";
import { WINDOW_WORDS } from "../../words.ts";
import { DraftFrame } from "./draft-frame.tsx";
import { draftHref } from "./words.ts";

export type ScorecardFormProps = {
  readonly site: Site;
  readonly draft: DefinitionDraft;
  readonly sections: readonly OutlinedSection[];
  readonly check: DefinitionCheck;
  readonly measures: readonly { readonly id: string; readonly title: string }[];
  readonly done?: string | undefined;
  readonly wasSaved: boolean;
};

/** The form of a scorecard's draft; every button is one step, saved at once. */
export function ScorecardFormPage(props: ScorecardFormProps) {
  const { site, draft, sections, check, measures, done, wasSaved } = props;
  const titles = new Map(measures.map(({ id, title }) => [id, title]));
  return (
    <DraftFrame
      site={site}
      draft={draft}
      part="form"
      done={done}
      faults={wasSaved ? check.faults.map(({ message }) => ({ text: message, href: "#order" })) : []}
      faultsTitle="Saved, but this still has to be mended"
    >
      <Form site={site} action={draftHref(draft.id, "outline")}>
        <input type="hidden" name="version" value={draft.version} />
        <h2 class="govuk-heading-m" id="order">
          Order
        </h2>
        {sections.map(({ title, indicators }, section) => (
          <section key={section} id={`section-${section}`} class="app-outline" aria-label={title}>
            <div class="app-outline__head">
              <h3 class="govuk-heading-s app-outline__title">{title}</h3>
              <Steps
                place={`${section}`}
                name={title}
                isFirst={section === 0}
                isLast={section === sections.length - 1}
              />
            </div>
            {indicators.length === 0 && <p class="govuk-body app-muted">No indicators yet: put one in below.</p>}
            <ol class="govuk-body app-outline__list">
              {indicators.map(({ reference, measure, window, target }, index) => (
                <li key={index} class="app-outline__item">
                  <span class="app-outline__words">
                    <strong>{reference}</strong> {titles.get(measure) ?? measure}
                    <span class="app-muted">
                      {" "}
                      {WINDOW_WORDS[window as "in-month"] ?? window}
                      {target !== "" && `, target ${target}`}
                    </span>
                  </span>
                  <Steps
                    place={`${section} ${index}`}
                    name={`${reference} ${titles.get(measure) ?? measure}`}
                    isFirst={index === 0}
                    isLast={index === indicators.length - 1}
                  />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </Form>
      <AddIndicator {...props} />
      <AddSection site={site} draft={draft} />
    </DraftFrame>
  );
}

type StepsProps = {
  readonly place: string;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

/** The buttons of one line; each says in words what it moves. */
function Steps({ place, name, isFirst, isLast }: StepsProps) {
  const step = (verb: string, words: string, sign: string) => (
    <button type="submit" class="app-step" name="step" value={`${verb} ${place}`}>
      <span aria-hidden="true">{sign}</span>
      <span class="govuk-visually-hidden">{`${words}: ${name}`}</span>
    </button>
  );
  return (
    <span class="app-outline__steps">
      {!isFirst && step("up", "Move up", "↑")}
      {!isLast && step("down", "Move down", "↓")}
      {step("remove", "Take out", "Take out")}
    </span>
  );
}

function AddIndicator({ site, draft, sections, measures }: ScorecardFormProps) {
  return (
    <Form site={site} action={draftHref(draft.id, "outline")}>
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="step" value="add-indicator" />
      <Fieldset legend="Put an indicator in" legendClass="govuk-fieldset__legend--m">
        <Select
          id="section"
          name="section"
          label="At the end of"
          options={sections.map(({ title }, index) => ({ value: String(index), text: title }))}
        />
        <Select
          id="measure"
          name="measure"
          label="Measure"
          options={[
            { value: "", text: "Choose" },
            ...measures.map(({ id, title }) => ({ value: id, text: `${title} (${id})` })),
          ]}
        />
        <div class="app-field-row">
          <Input id="reference" name="reference" label="Reference" hint="Such as 19b" class="govuk-input--width-5" />
          <Select
            id="window"
            name="window"
            label="Window"
            options={WINDOWS.map((value) => ({ value, text: WINDOW_WORDS[value] }))}
          />
          <Input id="target" name="target" label="Target (optional)" hint="90%, below 15%, Monitor" />
        </div>
        <Button class="govuk-button--secondary">Put in</Button>
      </Fieldset>
    </Form>
  );
}

function AddSection({ site, draft }: Pick<ScorecardFormProps, "site" | "draft">) {
  return (
    <Form site={site} action={draftHref(draft.id, "outline")}>
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="step" value="add-section" />
      <Input id="title" name="title" label="A new section" labelClass="govuk-label--m" hint="Its heading" />
      <Button class="govuk-button--secondary">Add the section</Button>
    </Form>
  );
}
