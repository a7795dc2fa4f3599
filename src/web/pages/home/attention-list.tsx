/** What is red, worse or unusual, with the reason for each in a sentence. */
import { DirectionOfTravel } from "../../components/direction/direction.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { SignalMark } from "../../components/signal-mark/signal-mark.tsx";
import { WindowLinks } from "../../components/window-links/window-links.tsx";
import { countOf } from "../../words.ts";
import type { AttentionKind, AttentionRow } from "./attention.ts";
import type { HomeView } from "./present.ts";

const TITLES: Readonly<Record<AttentionKind, string>> = { red: "Red", worse: "Worse", unusual: "Unusual" };

/** The rows, with links to all of one kind. */
export function AttentionList({
  attention: { rows, show, counts },
  ofWhom,
}: Pick<HomeView, "attention"> & {
  /** "council": the viewer's own teams stand above it. */
  readonly ofWhom: "all" | "council";
}) {
  const kinds = Object.keys(TITLES) as readonly AttentionKind[];
  return (
    <section aria-labelledby="attention">
      <h2 class="govuk-heading-m" id="attention">
        {ofWhom === "council" ? "Across the council: red, worse or unusual, and why" : "Red, worse or unusual, and why"}
      </h2>
      {counts.all === 0 ? (
        <p class="govuk-body">Nothing on any scorecard is red, worse or unusual.</p>
      ) : (
        <>
          <WindowLinks
            label="Which indicators are listed"
            links={[
              { text: "Most pressing", href: "/", current: show === null },
              ...kinds.map((kind) => ({
                text: `${TITLES[kind]} (${counts[kind]})`,
                href: `/?show=${kind}`,
                current: show === kind,
              })),
            ]}
          />
          {show === null && rows.length < counts.all && (
            <p class="govuk-body">
              {`The ${rows.length} most pressing of ${countOf(counts.all, "measure")} on the scorecards.`}
            </p>
          )}
          <ol class="app-attention">
            {rows.map((row) => (
              <OneRow key={row.href} row={row} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function OneRow({ row: { title, href, where, shown, judged, kinds, reasons } }: { readonly row: AttentionRow }) {
  return (
    <li class="app-attention__row">
      <div class="app-attention__what">
        <h3 class="govuk-heading-s app-attention__title">
          <a class="govuk-link" href={href}>
            {title}
          </a>
        </h3>
        <p class="app-attention__where">{where}</p>
      </div>
      <p class="app-attention__figure">{shown}</p>
      <ul class="app-attention__reasons">
        {kinds.map((kind, index) => (
          <li key={kind} class="app-attention__reason">
            <Mark kind={kind} judged={judged} />
            <span class="app-attention__sentence">{withoutWord(reasons[index] ?? "")}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Mark({ kind, judged }: { readonly kind: AttentionKind; readonly judged: AttentionRow["judged"] }) {
  if (kind === "red") return <RatingTag word={judged.rating.word} sentence="" />;
  if (kind === "worse") return <DirectionOfTravel {...judged.direction} sentence="" />;
  return judged.signal === undefined ? null : <SignalMark meaning={judged.signal.meaning} sentence="" />;
}

/** The mark has said the word already. */
function withoutWord(sentence: string): string {
  const rest = sentence.replace(/^(Red|Concern): /, "");
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
