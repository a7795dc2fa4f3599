/** How the last thirteen periods would have been rated by a drafted target. */
import type { DefinitionDraft } from "../../../services/definitions/drafts.ts";
import type { TargetPreview } from "../../../services/definitions/preview-target.ts";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Site } from "../../context.ts";
import { DraftFrame } from "./draft-frame.tsx";

/** The preview of a target, or why there is none. */
export function PreviewPage({
  site,
  draft,
  preview,
}: {
  readonly site: Site;
  readonly draft: DefinitionDraft;
  readonly preview: TargetPreview | null;
}) {
  return (
    <DraftFrame site={site} draft={draft} part="figures">
      <h2 class="govuk-heading-m">How it would have rated</h2>
      {preview === null ? (
        <p class="govuk-body">There is nothing to rate yet: mend what is wrong with the target, or load data first.</p>
      ) : (
        <>
          <p class="govuk-body">
            {preview.differing === 0
              ? "All of the last 13 periods would be rated as they are."
              : `${preview.differing} of the last 13 periods would be rated otherwise.`}{" "}
            In force: {preview.targetBefore || "no target"}. Draft: {preview.targetAfter || "no target"}.
          </p>
          <Table
            class="app-cards"
            caption="Ratings, newest first"
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[
              { content: "Period" },
              { content: "Figure", numeric: true },
              { content: "In force" },
              { content: "Draft" },
              { content: "Rated" },
            ]}
            rows={preview.periods
              .toReversed()
              .map(({ period, shown, before, after, differs }) => [
                { content: period.label },
                { content: shown, numeric: true, attributes: { "data-label": "Figure" } },
                { content: <RatingTag {...before} />, attributes: { "data-label": "In force" } },
                { content: <RatingTag {...after} />, attributes: { "data-label": "Draft" } },
                { content: differs ? <strong>Differs</strong> : "Same", attributes: { "data-label": "Rated" } },
              ])}
          />
          <p class="govuk-body app-muted">
            Targets that follow what others publish cannot be tried here and are not rated.
          </p>
        </>
      )}
    </DraftFrame>
  );
}
