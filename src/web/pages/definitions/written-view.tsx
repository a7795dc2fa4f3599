/** A draft's written form: one text with the lines numbered, what is wrong with it line by line, and its worked examples run. */
import type { DefinitionCheck } from "../../../services/definitions/check-definition.ts";
import { type DefinitionDraft, subjectOf } from "../../../services/definitions/drafts.ts";
import { KINDS } from "../../../services/definitions/kinds.ts";
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { DraftFrame } from "./draft-frame.tsx";
import { ExampleRuns } from "./example-runs.tsx";
import { draftHref } from "./words.ts";

export type WrittenProps = {
  readonly site: Site;
  readonly draft: DefinitionDraft;
  readonly check: DefinitionCheck;
  readonly done?: string | undefined;
  /** Faults are shown on top once somebody saved; on first sight they stand below. */
  readonly wasSaved: boolean;
};

/** The written form of a draft. */
export function WrittenPage({ site, draft, check, done, wasSaved }: WrittenProps) {
  const { kind } = subjectOf(draft);
  const faults = check.faults.map(({ line, message }) => ({ text: withLine(line, message), href: "#content" }));
  const isTable = KINDS[kind].format === "csv";
  return (
    <DraftFrame
      site={site}
      draft={draft}
      part="written"
      done={done}
      faults={wasSaved ? faults : []}
      faultsTitle="Saved, but this still has to be mended"
    >
      <Form site={site} action={draftHref(draft.id, "written")} attributes={{ "data-draft": true }}>
        <input type="hidden" name="version" value={draft.version} />
        <Textarea
          id="content"
          name="content"
          label={isTable ? "The table, one row a line, cells divided by commas" : "The definition"}
          labelClass="govuk-label--m"
          hint={
            isTable
              ? "You may paste it from a spreadsheet that was saved as CSV."
              : "The same file the form writes. Lines that begin with # are remarks and are kept."
          }
          error={check.faults.length > 0 ? faults.map(({ text }) => text).join(" ") : undefined}
          value={draft.content}
          rows={Math.min(40, Math.max(12, draft.content.split("\n").length + 2))}
          spellcheck={false}
          class="app-code-field"
          attributes={{ "data-line-numbers": "true", wrap: "off" }}
        />
        <Button>Save and check</Button>
      </Form>
      {check.faults.length === 0 && kind !== "measure" && <p class="govuk-body">Nothing is wrong with it.</p>}
      {kind === "measure" && <ExampleRuns runs={check.examples} />}
    </DraftFrame>
  );
}

function withLine(line: number | null, message: string): string {
  return line === null || message.startsWith("Line ") ? message : `Line ${line}: ${message}`;
}
