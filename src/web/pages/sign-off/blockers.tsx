/** What stands in the way of publishing and what is worth a thought, each with where or how it is mended. */
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { ToMend } from "./present.ts";
import type { DeskProps } from "./view.tsx";

/** Thoughts shown before the rest is folded. */
const IN_SIGHT = 5;

/** Both lists. */
export function Blockers(props: DeskProps) {
  const { desk } = props;
  const { blockers, thoughts } = desk;
  return (
    <>
      <h2 class="govuk-heading-m">
        {desk.editions.length === 0 ? "What stands in the way" : "What stands in the way of a correction"}
      </h2>
      {blockers.length === 0 ? (
        <p class="govuk-body">
          Nothing: figures add up or were accepted, comments are approved, signatures cover the card as it stands.
        </p>
      ) : (
        <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
          {blockers.map((one, index) => (
            <li key={one.sentence}>
              <Mend one={one} />
              {one.rule && desk.may.judge && <Accept {...props} rule={one.rule} id={`accept-${index}`} />}
            </li>
          ))}
        </ul>
      )}
      <Accepted {...props} />
      {thoughts.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Worth a thought before publishing</h2>
          <Thoughts thoughts={thoughts.slice(0, IN_SIGHT)} />
          {thoughts.length > IN_SIGHT && (
            <Details summary={`${thoughts.length - IN_SIGHT} more`}>
              <Thoughts thoughts={thoughts.slice(IN_SIGHT)} />
            </Details>
          )}
        </>
      )}
    </>
  );
}

function Thoughts({ thoughts }: { readonly thoughts: readonly ToMend[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {thoughts.map((one) => (
        <li key={one.sentence}>
          <Mend one={one} />
        </li>
      ))}
    </ul>
  );
}

function Mend({ one: { sentence, link } }: { readonly one: ToMend }) {
  return (
    <>
      {sentence}{" "}
      {link && (
        <a class="govuk-link" href={link.href}>
          {link.text}
          <span class="govuk-visually-hidden">{`: ${sentence}`}</span>
        </a>
      )}
    </>
  );
}

function Accept({ site, desk, typed, rule, id }: DeskProps & { readonly rule: string; readonly id: string }) {
  const error = typed.errors.find(({ href }) => href === `#reason-${rule}`);
  return (
    <Details id={id} summary="Accept it with a reason" open={error !== undefined}>
      <Form site={site} action={`${desk.href}/accept`} attributes={{ "data-draft": `accept ${desk.href} ${rule}` }}>
        <input type="hidden" name="rule" value={rule} />
        <Textarea
          id={`reason-${rule}`}
          name="reason"
          label="Why it may be published as it is"
          hint="Printed in the edition. Tell no number that is hidden from the public."
          rows={3}
          value={error === undefined ? "" : (typed.reason ?? "")}
          {...(error === undefined ? {} : { error: error.text })}
        />
        <Button class="govuk-button--secondary">Accept</Button>
      </Form>
    </Details>
  );
}

function Accepted({ site, desk: { accepted, href, may } }: DeskProps) {
  if (accepted.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">Accepted with a reason</h3>
      <ul class="govuk-list">
        {accepted.map(({ id, words }) => (
          <li key={id}>
            {words}
            {may.judge && (
              <Form site={site} action={`${href}/accept/${id}/withdraw`}>
                <button type="submit" class="app-link-button">
                  Accept it no longer
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
