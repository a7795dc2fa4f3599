/** Somebody saved the draft after it was opened: both texts, and the way to keep what is right of each. */
import type { DefinitionDraft } from "../../../services/definitions/drafts.ts";
import { lineDifferences, nearDifferences } from "../../../services/definitions/line-differences.ts";
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { Differences } from "./differences.tsx";
import { DraftFrame } from "./draft-frame.tsx";
import { draftHref } from "./words.ts";

/** Both texts; nothing was overwritten. */
export function ConflictPage({
  site,
  draft,
  yours,
}: {
  readonly site: Site;
  /** As it is saved by now. */
  readonly draft: DefinitionDraft;
  readonly yours: string;
}) {
  return (
    <DraftFrame
      site={site}
      draft={draft}
      part="written"
      faults={[
        { text: "Somebody saved this draft after you opened it. Yours is below, not saved yet.", href: "#content" },
      ]}
      faultsTitle="Nothing was overwritten"
    >
      <h2 class="govuk-heading-m">From what is saved to yours</h2>
      <Differences
        lines={nearDifferences(lineDifferences(draft.content, yours))}
        caption="From what is saved to yours"
      />
      <Form site={site} action={draftHref(draft.id, "written")}>
        <input type="hidden" name="version" value={draft.version} />
        <Textarea
          id="content"
          name="content"
          label="Your text"
          labelClass="govuk-label--m"
          hint="Bring in what should stay of the other, then save; or leave this page to keep the other."
          value={yours}
          rows={24}
          spellcheck={false}
          class="app-code-field"
        />
        <Button>Save mine in its place</Button>
      </Form>
    </DraftFrame>
  );
}
