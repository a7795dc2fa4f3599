/** What checking found in a comment: the words with each flag marked in its place, and each flag with what the data say. */
import { Tag } from "../../components/tag/tag.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { FlagView, MarkedRun } from "./marked-words.ts";
import { flagsSentence } from "./marked-words.ts";

export type CheckedWordsProps = {
  readonly runs: readonly MarkedRun[];
  readonly flags: readonly FlagView[];
  /** With boxes for answers, inside a form. */
  readonly reasons: ReadonlyMap<string, string> | null;
};

/** The words as checked, and their flags. */
export function CheckedWords({ runs, flags, reasons }: CheckedWordsProps) {
  return (
    <>
      <p class="govuk-body" role="status">
        {flagsSentence(flags)}
      </p>
      <blockquote class="app-comment__words">
        {runs.map((run, index) => (
          <Run key={index} run={run} flags={flags} />
        ))}
      </blockquote>
      {flags.length > 0 && (
        <ol class="app-flags">
          {flags.map((flag) => (
            <Flag key={flag.id} flag={flag} reasons={reasons} />
          ))}
        </ol>
      )}
    </>
  );
}

function Run({ run, flags }: { readonly run: MarkedRun; readonly flags: readonly FlagView[] }) {
  if (run.flags.length === 0) return <>{run.text}</>;
  const isOpen = run.flags.some((number) => flags[number - 1]?.isOpen);
  return (
    <>
      <mark class={isOpen ? "app-flag app-flag--open" : "app-flag"}>{run.text}</mark>
      {run.ends.map((number) => (
        <a key={number} class="govuk-link app-flag__number" href={`#flag-${number}`}>
          <span class="govuk-visually-hidden">Flag </span>
          {number}
        </a>
      ))}
    </>
  );
}

function Flag({ flag, reasons }: { readonly flag: FlagView; readonly reasons: CheckedWordsProps["reasons"] }) {
  const { number, id, quote, kind, message, remedy, isOpen, needsAnswer, answer } = flag;
  return (
    <li class="app-flags__flag" id={`flag-${number}`} tabIndex={-1}>
      <p class="govuk-body">
        <strong>{`“${quote}”`}</strong>{" "}
        <Tag class={isOpen ? "govuk-tag--orange" : "govuk-tag--grey"}>
          {isOpen ? "To mend or answer" : needsAnswer ? "Answered" : "Cannot be checked"}
        </Tag>
      </p>
      <p class="govuk-body">{`${kind}. ${message}`}</p>
      <p class="govuk-body app-muted">{remedy}</p>
      {answer && <p class="govuk-body">{`Answered by ${answer.author}: ${answer.reason}`}</p>}
      {isOpen && reasons && (
        <>
          <input type="hidden" name={`flag-${number}`} value={id} />
          <Textarea
            id={`reason-${number}`}
            name={`reason-${number}`}
            label={`Why “${quote}” may stand as it is`}
            hint="Leave empty if you mend the words instead."
            rows={2}
            value={reasons.get(id) ?? ""}
          />
        </>
      )}
    </li>
  );
}
