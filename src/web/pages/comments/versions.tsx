/** Every version of a comment, newest first, with what its editor changed. */
import { type WordRun, wordDifferences } from "../../../domain/commentary/word-differences.ts";
import type { Comment, CommentState } from "../../../domain/commentary.ts";
import type { CommentVersion } from "../../../services/comments/typed-comments.ts";
import { Page } from "../../components/page/page.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { longInstant } from "../../words.ts";
import { commentsHref } from "./commentary-of.ts";
import { STATE_TAGS } from "./words.ts";

export type VersionView = {
  readonly version: number;
  readonly state: CommentState;
  /** "Changed by …, 21 November 2026 at 06:10". */
  readonly line: string;
  readonly reason: string | null;
  /** `null` where the words are those of the version before. */
  readonly runs: readonly WordRun[] | null;
};

/** Versions newest first, each against the one before it. */
export function presentVersions(
  versions: readonly CommentVersion[],
  nameOf: (actor: string) => string,
): readonly VersionView[] {
  return versions
    .map(({ version, state, reason, person, at, body }, index) => {
      const before = versions[index - 1]?.body;
      return {
        version,
        state,
        line: `${nameOf(person)}, ${longInstant(at)}`,
        reason,
        runs: before === body ? null : wordDifferences(before ?? body, body),
      };
    })
    .toReversed();
}

/** The page of versions. */
export function VersionsPage({
  site,
  comment,
  subject,
  versions,
}: {
  readonly site: Site;
  readonly comment: Comment;
  readonly subject: string;
  readonly versions: readonly VersionView[];
}) {
  const own = `${commentsHref(comment)}/${comment.id}`;
  const above = [
    { text: "Commentary", href: "/comments" },
    { text: `Comment ${comment.id}`, href: own },
  ];
  return (
    <Page site={site} title={`Versions of comment ${comment.id}`} part="/comments" above={above}>
      <h1 class="govuk-heading-l">{`Versions of comment ${comment.id} on ${subject}`}</h1>
      <p class="govuk-body">
        Words <del class="app-words--removed">taken out</del> and <ins class="app-words--added">put in</ins> are marked
        against the version before.
      </p>
      {versions.map((one) => (
        <Version key={one.version} version={one} />
      ))}
    </Page>
  );
}

function Version({ version: { version, state, line, reason, runs } }: { readonly version: VersionView }) {
  return (
    <section aria-labelledby={`version-${version}`} class="app-version">
      <h2 class="govuk-heading-m" id={`version-${version}`}>
        {`Version ${version}`} <Tag class={STATE_TAGS[state].class}>{STATE_TAGS[state].text}</Tag>
      </h2>
      <p class="govuk-body app-muted">{line}</p>
      {reason && <p class="govuk-body">{`Reason: ${reason}`}</p>}
      {runs === null ? (
        <p class="govuk-body">The words are those of the version before.</p>
      ) : (
        <blockquote class="app-comment__words">
          {runs.map((run, index) => (
            <Run key={index} run={run} />
          ))}
        </blockquote>
      )}
    </section>
  );
}

function Run({ run: { kind, text } }: { readonly run: WordRun }) {
  if (kind === "same") return <>{text}</>;
  return kind === "removed" ? (
    <del class="app-words--removed">
      <span class="govuk-visually-hidden">Taken out: </span>
      {text}
    </del>
  ) : (
    <ins class="app-words--added">
      <span class="govuk-visually-hidden">Put in: </span>
      {text}
    </ins>
  );
}
