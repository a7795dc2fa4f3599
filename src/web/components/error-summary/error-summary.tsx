/** At the top of a page that could not do what was asked: everything that is wrong, each a link to its control. */
import { type BlockProps, classNames } from "../block.ts";

export type ErrorSummaryProps = BlockProps & {
  readonly title: string;
  readonly errors: readonly { readonly text: string; readonly href?: string | undefined }[];
};

/** GOV.UK error summary. */
export function ErrorSummary({ title, errors, class: extra, attributes, children }: ErrorSummaryProps) {
  return (
    <div class={classNames("govuk-error-summary", extra)} {...attributes} data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {children && <p>{children}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href }) => (
                <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
