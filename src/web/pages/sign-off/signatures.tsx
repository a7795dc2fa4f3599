/** Signing a card's period off, taking a signature back, and publishing. */
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { Select } from "../../components/select/select.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { DeskProps } from "./view.tsx";

/** The one thing to do next: publish, or sign and publish at once. */
export function Release({ site, desk }: DeskProps) {
  const { isReady, isReadyToSign, may, href, toSign, editions } = desk;
  const [published] = editions;
  if (published !== undefined)
    return may.publish ? (
      <p class="govuk-body">
        It is published.{" "}
        <a class="govuk-link" href={`/editions/${published.id}/correct`}>
          Publish a correction
        </a>{" "}
        if something in it was wrong or has been revised.
      </p>
    ) : null;
  if (!may.publish) return null;
  const signsLast = isReadyToSign && toSign.length === 1 && may.sign;
  if (!isReady && !signsLast) return null;
  return (
    <Form site={site} action={`${href}/${isReady ? "publish" : "release"}`}>
      <input type="hidden" name="seen" value={desk.fingerprint} />
      <input type="hidden" name="role" value={toSign[0] ?? ""} />
      <Button>{isReady ? "Publish" : `Sign off as ${toSign[0]} and publish`}</Button>
      <p class="govuk-hint">
        An edition is never changed afterwards; a mistake is put right by a correction, which says what it corrects.
      </p>
    </Form>
  );
}

/** Who signed, and the form to sign. */
export function Signatures({ site, desk }: DeskProps) {
  const { signatures, toSign, may, href, isReadyToSign } = desk;
  return (
    <section aria-labelledby="sign">
      <h2 class="govuk-heading-m" id="sign">
        Signatures
      </h2>
      {signatures.length === 0 && <p class="govuk-body">Nobody has signed yet.</p>}
      <ul class="govuk-list">
        {signatures.map(({ id, words, isStale }) => (
          <li key={id}>
            {`${words} `}
            {isStale && <Tag class="govuk-tag--orange">Out of date</Tag>}
            {may.sign && (
              <Form site={site} action={`${href}/sign/${id}/withdraw`}>
                <button type="submit" class="app-link-button">
                  Take this signature back
                  <span class="govuk-visually-hidden">{`: ${words}`}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {may.sign && toSign.length > 0 && (
        <Form site={site} action={`${href}/sign`}>
          <input type="hidden" name="seen" value={desk.fingerprint} />
          <Select
            id="role"
            name="role"
            label="Sign off as"
            {...(isReadyToSign
              ? {}
              : { hint: "Mend what stands in the way first: a signature covers the card exactly as it stands now." })}
            options={toSign.map((role) => ({ value: role, text: role }))}
          />
          <Button class="govuk-button--secondary">Sign off</Button>
        </Form>
      )}
    </section>
  );
}
