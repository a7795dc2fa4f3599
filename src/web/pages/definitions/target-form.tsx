/** A target and its bands as a form; gaps, overlaps and contradictions are said with their mends. */
import { TARGET_BASES, TARGET_ORIGINS } from "../../../domain/judgement/target.ts";
import type { DefinitionCheck } from "../../../services/definitions/check-definition.ts";
import type { DefinitionDraft } from "../../../services/definitions/drafts.ts";
import type { TargetParts } from "../../../services/definitions/target-text.ts";
import { Button } from "../../components/button/button.tsx";
import { Checkboxes } from "../../components/checkboxes/checkboxes.tsx";
import { Details } from "../../components/details/details.tsx";
import { Fieldset } from "../../components/fieldset/fieldset.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Select } from "../../components/select/select.tsx";
import type { Site } from "../../context.ts";
import { DraftFrame } from "./draft-frame.tsx";
import { draftHref } from "./words.ts";

export type TargetFormProps = {
  readonly site: Site;
  readonly draft: DefinitionDraft;
  readonly parts: TargetParts;
  readonly check: DefinitionCheck;
  readonly done?: string | undefined;
  readonly wasSaved: boolean;
};

const RULE_WORDS: Readonly<Record<string, string>> = {
  "": "As its scorecard says",
  "relative-tolerance": "Amber up to some percent of the target away",
  "absolute-tolerance": "Amber up to so much away, in its own unit",
  bands: "By the bands below",
  assurance: "Whether it passes consistently (control chart)",
  judgement: "Only a person rates it",
  monitor: "Watched, never rated",
};

/** The form of a target's draft. */
export function TargetFormPage({ site, draft, parts, check, done, wasSaved }: TargetFormProps) {
  const faults = check.faults.map(({ path, message }) => ({ text: message, id: fieldOf(path) }));
  const errorOf = (id: string) =>
    faults
      .filter((fault) => fault.id === id)
      .map(({ text }) => text)
      .join(" ") || undefined;
  const { target, rating } = parts;
  return (
    <DraftFrame
      site={site}
      draft={draft}
      part="form"
      done={done}
      faults={wasSaved ? faults.map(({ text, id }) => ({ text, href: `#${id}` })) : []}
      faultsTitle="Saved, but this still has to be mended"
    >
      <Form site={site} action={draftHref(draft.id, "form")} attributes={{ "data-draft": true }}>
        <input type="hidden" name="version" value={draft.version} />
        <Input
          id="target"
          name="target"
          label="Target"
          labelClass="govuk-label--m"
          hint="As people write it: 90%, below 15%, between 40 and 60, 5 a month, reduce by 10%, Monitor."
          error={errorOf("target")}
          value={target?.text ?? ""}
        />
        <div class="app-field-row">
          <Select
            id="origin"
            name="origin"
            label="Set by"
            options={TARGET_ORIGINS.map((value) => ({
              value,
              text: value,
              selected: (target?.origin ?? "local") === value,
            }))}
          />
          <Select
            id="basis"
            name="basis"
            label="To be met"
            options={TARGET_BASES.map((value) => ({
              value,
              text: value.replaceAll("-", " "),
              selected: (target?.basis ?? "each-period") === value,
            }))}
          />
        </div>
        <div class="app-field-row">
          <Input
            id="validFrom"
            name="validFrom"
            label="From (optional)"
            hint="Year first: 2026-04-01"
            error={errorOf("validFrom")}
            value={target?.validFrom ?? ""}
          />
          <Input
            id="validTo"
            name="validTo"
            label="Until (optional)"
            hint="Year first: 2027-03-31"
            error={errorOf("validTo")}
            value={target?.validTo ?? ""}
          />
          <Input
            id="reviewBy"
            name="reviewBy"
            label="Review by (optional)"
            hint="Year first: 2027-01-31"
            error={errorOf("reviewBy")}
            value={target?.reviewBy ?? ""}
          />
        </div>
        <Checkboxes
          idPrefix="underReview"
          name="underReview"
          class="govuk-checkboxes--small"
          values={target?.isUnderReview === true ? ["yes"] : []}
          items={[{ value: "yes", text: "The target is under review", hint: "Its ratings say so." }]}
        />
        <Bands parts={parts} errorOf={errorOf} />
        <Select
          id="rating"
          name="rating"
          label="Rated"
          options={Object.entries(RULE_WORDS).map(([value, text]) => ({
            value,
            text,
            selected: (rating?.kind ?? "") === value,
          }))}
        />
        <Input
          id="tolerance"
          name="tolerance"
          label="How far off is still amber (for the first two)"
          class="govuk-input--width-5"
          error={errorOf("tolerance")}
          value={rating !== undefined && "tolerance" in rating ? String(rating.tolerance) : ""}
        />
        <Button>Save and check</Button>
      </Form>
    </DraftFrame>
  );
}

function Bands({
  parts: { bands },
  errorOf,
}: {
  readonly parts: TargetParts;
  readonly errorOf: (id: string) => string | undefined;
}) {
  const cells = [
    ["requires-improvement", "Requires improvement"],
    ["good", "Good"],
    ["outstanding", "Outstanding"],
    ["cap", "Too much, from"],
  ] as const;
  return (
    <Details summary="Bands" open={bands !== null || cells.some(([id]) => errorOf(id) !== undefined)}>
      <Fieldset legend="Bands" legendClass="govuk-visually-hidden">
        <p class="govuk-body">
          Each as people write it: 75-84, 85% or more, under 15. What lies below the lowest is inadequate. Leave all
          empty for no bands.
        </p>
        <div class="app-field-row">
          {cells.map(([id, label]) => (
            <Input key={id} id={id} name={id} label={label} error={errorOf(id)} value={bands?.[id] ?? ""} />
          ))}
          <Input
            id="places"
            name="places"
            label="Decimal places"
            class="govuk-input--width-2"
            value={bands?.places === undefined ? "" : String(bands.places)}
          />
        </div>
      </Fieldset>
    </Details>
  );
}

/** The field of a fault: its place in the bands, or in the target. */
function fieldOf(path: readonly (string | number)[]): string {
  const last = String(path.at(-1) ?? "target").replace("requires_improvement", "requires-improvement");
  const fields: Readonly<Record<string, string>> = {
    valid_from: "validFrom",
    valid_to: "validTo",
    review_by: "reviewBy",
  };
  const known = ["requires-improvement", "good", "outstanding", "cap", "tolerance"];
  return fields[last] ?? (known.includes(last) ? last : "target");
}
