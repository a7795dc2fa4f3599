/** A measure as a form: what it says, what it counts, how it is cut, who keeps it, its worked examples; help beside every field. */
import type { DefinitionCheck } from "../../../services/definitions/check-definition.ts";
import type { RelationWords } from "../../../services/definitions/data-words.ts";
import type { DefinitionDraft } from "../../../services/definitions/drafts.ts";
import type { MeasureFields } from "../../../services/definitions/measure-editing.ts";
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import type { Site } from "../../context.ts";
import { DraftFrame } from "./draft-frame.tsx";
import { ExampleFieldsets } from "./example-fieldsets.tsx";
import { ExampleRuns } from "./example-runs.tsx";
import { CountedFields } from "./measure-counted.tsx";
import { CutFields, KeptFields, WordsFields } from "./measure-words.tsx";
import { draftHref } from "./words.ts";

export type MeasureFormProps = {
  readonly site: Site;
  readonly draft: DefinitionDraft;
  readonly fields: MeasureFields;
  readonly check: DefinitionCheck;
  readonly relations: readonly RelationWords[];
  /** Ids and titles of what others publish. */
  readonly published: readonly { readonly id: string; readonly title: string }[];
  readonly done?: string | undefined;
  readonly wasSaved: boolean;
};

/** What is wrong at a field, by the field's id. */
export type FieldErrors = (id: string) => string | undefined;

/** The form of a measure's draft. */
export function MeasureFormPage(props: MeasureFormProps) {
  const { site, draft, fields, check, done, wasSaved } = props;
  const faults = check.faults.map((fault) => ({ text: fault.message, id: fieldOf(fault.path, fields) }));
  const errorOf: FieldErrors = (id) =>
    faults
      .filter((fault) => fault.id === id)
      .map(({ text }) => text)
      .join(" ") || undefined;
  return (
    <DraftFrame
      site={site}
      draft={draft}
      part="form"
      done={done}
      faults={wasSaved ? faults.map(({ text, id }) => ({ text, href: `#${id}` })) : []}
      faultsTitle="Saved, but this still has to be mended"
    >
      <p class="govuk-body">
        {summaryOf(check)}{" "}
        <a class="govuk-link" href="#example-runs">
          Worked examples, run
        </a>
      </p>
      <Form
        site={site}
        action={draftHref(draft.id, "form")}
        class="app-measure-form"
        attributes={{ "data-draft": true }}
      >
        <input type="hidden" name="version" value={draft.version} />
        <WordsFields fields={fields} errorOf={errorOf} />
        <CountedFields fields={fields} errorOf={errorOf} relations={props.relations} />
        <Button class="govuk-button--secondary">Save and check</Button>
        <CutFields fields={fields} errorOf={errorOf} />
        <ExampleFieldsets fields={fields} errorOf={errorOf} relations={props.relations} />
        <KeptFields fields={fields} errorOf={errorOf} published={props.published} />
        <Button>Save and check</Button>
      </Form>
      <ExampleRuns runs={check.examples} />
    </DraftFrame>
  );
}

function summaryOf({ faults, examples }: DefinitionCheck): string {
  if (faults.length > 0) return "Something is wrong with it; the field says what.";
  const wrong = examples.filter(({ isRight }) => !isRight).length;
  return wrong === 0
    ? `Nothing is wrong with it, and all ${examples.length} worked examples come out as expected.`
    : `${wrong} of ${examples.length} worked examples do not come out as expected.`;
}

/** The id of the field a fault of the file is about. */
export function fieldOf(path: readonly (string | number)[], { shape, cohort }: MeasureFields): string {
  const [key, part] = path;
  if (key === "cohort" || key === "denominator") {
    if (part === "within") return `${key}-date`;
    if (part === "open_on") return `${key}-start`;
    if (part === "counted_by") return `${key}-date`;
    if (part === undefined && key === "cohort") return cohort.timing === "snapshot" ? "cohort-start" : "cohort-date";
    return part === undefined ? `${key}-date` : `${key}-${part}`;
  }
  if (key === "examples") return typeof part === "number" ? `example-${part}-it` : "example-0-it";
  if (key === "time_basis") return "windows";
  if (key === "collected") return "cadence";
  if (key === "settings") return "setting-0-name";
  if (key === "id" || key === undefined) return shape === "count" ? "cohort-table" : "title";
  return String(key);
}
