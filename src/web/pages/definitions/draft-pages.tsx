/** Which page shows a draft, by what it is of and how it stands; and what its form makes of its text. */
import { checkDefinition } from "../../../services/definitions/check-definition.ts";
import { relationsOf } from "../../../services/definitions/data-words.ts";
import { type DefinitionDraft, draftedText, mayNotApprove } from "../../../services/definitions/drafts.ts";
import type { DefinitionDesk } from "../../../services/definitions/kinds.ts";
import { lineDifferences, nearDifferences } from "../../../services/definitions/line-differences.ts";
import {
  measureFieldsOf,
  outlineOf,
  withMeasureFields,
  withStep,
} from "../../../services/definitions/measure-editing.ts";
import { readTargetText, targetText } from "../../../services/definitions/target-text.ts";
import type { Site } from "../../context.ts";
import { type RenderedPage, renderPage } from "../../rendered-page.ts";
import { may, type Viewer } from "../../viewer.ts";
import { DecidePage, type DecideProps } from "./decide-view.tsx";
import { isOpen } from "./draft-frame.tsx";
import type { FormBody } from "./form-body.ts";
import { MeasureFormPage } from "./measure-form-view.tsx";
import { readMeasureForm } from "./read-measure-form.ts";
import { readOutlineStep } from "./read-outline-step.ts";
import { readTargetForm } from "./read-target-form.ts";
import { ScorecardFormPage } from "./scorecard-form.tsx";
import { TargetFormPage } from "./target-form.tsx";
import { WrittenPage } from "./written-view.tsx";

/** A draft as one viewer sees it. */
export type Sight = {
  readonly site: Site;
  readonly desk: DefinitionDesk;
  readonly draft: DefinitionDraft;
  readonly viewer: Viewer;
  readonly done: string | undefined;
  /** Just saved: what is wrong stands on top. */
  readonly wasSaved: boolean;
};

/** The form of what has one, else the written form; what is no longer written in, with its decision. */
export async function draftPage(sight: Sight): Promise<RenderedPage> {
  const { site, desk, draft, viewer, done, wasSaved } = sight;
  if (!isOpen(draft) || !may(viewer, "propose-definitions")) return decidePage(sight);
  const { catalogue } = desk.live.current();
  const check = await checkDefinition(desk.live.current(), draftedText(draft));
  const shared = { site, draft, check, done, wasSaved };
  if (draft.kind === "measure") {
    const fields = measureFieldsOf(draft.content);
    if (fields !== null) {
      const published = [...catalogue.published.values()].map(({ id, title }) => ({ id, title }));
      const relations = relationsOf(catalogue);
      return renderPage(<MeasureFormPage {...shared} fields={fields} relations={relations} published={published} />);
    }
  }
  if (draft.kind === "scorecard") {
    const sections = outlineOf(draft.content);
    const measures = [...catalogue.measures.values()]
      .map(({ id, title }) => ({ id, title }))
      .toSorted((a, b) => a.title.localeCompare(b.title, "en-GB", { numeric: true }));
    if (sections !== null) return renderPage(<ScorecardFormPage {...shared} sections={sections} measures={measures} />);
  }
  if (draft.kind === "target") {
    const read = readTargetText(draft.content);
    if ("parts" in read) return renderPage(<TargetFormPage {...shared} parts={read.parts} />);
  }
  return writtenPage(sight);
}

/** The written form. */
export async function writtenPage({ site, desk, draft, done, wasSaved }: Sight): Promise<RenderedPage> {
  const check = await checkDefinition(desk.live.current(), draftedText(draft));
  return renderPage(<WrittenPage site={site} draft={draft} check={check} done={done} wasSaved={wasSaved} />);
}

/** The decision, with what is wrong with it where it was refused. */
export async function decidePage(
  { site, draft, viewer, done }: Sight,
  more: Pick<DecideProps, "faults" | "typed"> = {},
): Promise<RenderedPage> {
  return renderPage(
    <DecidePage
      site={site}
      draft={draft}
      done={done}
      lines={nearDifferences(lineDifferences(draft.base ?? "", draft.content))}
      mayDecide={may(viewer, "approve-definitions")}
      isOwn={mayNotApprove(draft, viewer.actor)}
      mayPropose={may(viewer, "propose-definitions")}
      {...more}
    />,
  );
}

/** The draft's text with what a form changed in it. */
export function editedText(form: FormBody, { kind, content }: DefinitionDraft): string {
  if (kind === "measure") {
    const fields = measureFieldsOf(content);
    return fields === null ? content : withMeasureFields(content, readMeasureForm(form, fields));
  }
  if (kind === "scorecard") {
    const step = readOutlineStep(form);
    return step === null ? content : withStep(content, step);
  }
  const read = kind === "target" ? readTargetText(content) : null;
  return read !== null && "parts" in read ? targetText(readTargetForm(form, read.parts)) : content;
}
