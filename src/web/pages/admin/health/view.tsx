/** How the installation stands, in words. */
import type { HealthLine } from "../../../../services/administration/health.ts";
import type { Outbound } from "../../../../services/administration/outbound.ts";
import type { Check } from "../../../../services/verify.ts";
import { Button } from "../../../components/button/button.tsx";
import { CardTable } from "../../../components/card-table/card-table.tsx";
import { Form } from "../../../components/form/form.tsx";
import { Tag } from "../../../components/tag/tag.tsx";
import type { Site } from "../../../context.ts";
import { countOf, longInstant } from "../../../words.ts";
import { AdminPage } from "../admin-page.tsx";

export type HealthView = {
  readonly lines: readonly HealthLine[];
  readonly outbound: readonly Outbound[];
  readonly since: string;
  /** `null` until the proof was asked for. */
  readonly checks: readonly Check[] | null;
};

/** The page of health. */
export function HealthPage({ site, health }: { readonly site: Site; readonly health: HealthView }) {
  const { lines, outbound, since, checks } = health;
  return (
    <AdminPage site={site} title="Health">
      <CardTable
        caption="What was looked at"
        columns={[{ text: "What" }, { text: "State" }, { text: "Found" }]}
        rows={lines.map(({ name, found, isWell, remedy }) => [name, <State isWell={isWell} />, `${found} ${remedy}`])}
      />
      <h2 class="govuk-heading-m">Connections to outside</h2>
      <Connections outbound={outbound} since={since} />
      <h2 class="govuk-heading-m">Proof of logs and editions</h2>
      <p class="govuk-body">
        Both logs and every edition carry checksums that hold only while nothing was changed behind Waymark’s back.
      </p>
      {checks && (
        <CardTable
          caption="Proved just now"
          columns={[{ text: "What" }, { text: "State" }, { text: "Found" }]}
          rows={checks.map(({ subject, found, faults }) => [
            subject,
            <State isWell={faults.length === 0} />,
            faults.length === 0 ? found : faults.join("; "),
          ])}
        />
      )}
      <Form site={site} action="/admin/health">
        <Button class="govuk-button--secondary">Prove them now</Button>
      </Form>
    </AdminPage>
  );
}

function State({ isWell }: { readonly isWell: boolean }) {
  return <Tag class={isWell ? "govuk-tag--green" : "govuk-tag--red"}>{isWell ? "Well" : "To mend"}</Tag>;
}

function Connections({ outbound, since }: Pick<HealthView, "outbound" | "since">) {
  if (outbound.length === 0)
    return <p class="govuk-body">{`This program has opened no connection to anywhere since ${longInstant(since)}.`}</p>;
  return (
    <>
      <p class="govuk-body">
        {`Every connection this program has opened since ${longInstant(since)}. Only a database and an identity provider you named should be here.`}
      </p>
      <CardTable
        caption="Connections opened"
        columns={[{ text: "To" }, { text: "Where that is" }, { text: "How often", numeric: true }, { text: "Last" }]}
        rows={outbound.map(({ to, isLocal, times, lastAt }) => [
          to,
          isLocal ? "this machine" : "another machine",
          countOf(times, "time"),
          longInstant(lastAt),
        ])}
      />
    </>
  );
}
