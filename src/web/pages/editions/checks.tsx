/** What was checked when an edition was published, and whether its files are still what they were. */

import type { EditionCheck } from "../../../services/publishing/edition-checks.ts";
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { Page } from "../../components/page/page.tsx";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";

type Props = {
  readonly site: Site;
  readonly id: string;
  readonly checks: readonly EditionCheck[];
  readonly mayMakeAgain: boolean;
};

/** The page. */
export function ChecksPage({ site, id, checks, mayMakeAgain }: Props) {
  const broken = checks.filter(({ holds }) => !holds).length;
  return (
    <Page
      site={site}
      title={`Checks of ${id}`}
      part="/editions"
      audience="none"
      above={[
        { text: "Editions", href: "/editions" },
        { text: id, href: `/editions/${id}` },
      ]}
    >
      <h1 class="govuk-heading-l">{`Totals and checks of edition ${id}`}</h1>
      <p class="govuk-body">
        {broken === 0 ? `All ${checks.length} checks hold.` : `${broken} of ${checks.length} checks do not hold.`}
      </p>
      <Table
        class="app-cards"
        caption="What was checked"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={["Check", "Result", "What was found"].map((content) => ({ content }))}
        rows={checks.map(({ what, holds, found }) => [
          { content: what },
          {
            content: (
              <Tag class={holds ? "govuk-tag--green" : "govuk-tag--red"}>{holds ? "Holds" : "Does not hold"}</Tag>
            ),
            attributes: { "data-label": "Result" },
          },
          { content: <span class="app-checksum">{found}</span>, attributes: { "data-label": "What was found" } },
        ])}
      />
      {mayMakeAgain && (
        <Form site={site} action={`/editions/${id}/make-again`}>
          <p class="govuk-body">
            The strongest check makes the edition again from the loads, definitions and typed inputs kept with it, and
            compares every file byte for byte.
          </p>
          <Button>Make it again and compare</Button>
        </Form>
      )}
    </Page>
  );
}
