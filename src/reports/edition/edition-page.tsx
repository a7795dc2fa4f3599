/** An edition as one self-contained, accessible HTML page: no script, no outside request, every judgement in words. */
import { render } from "preact-render-to-string";
import type { CommentSubject } from "../../domain/commentary.ts";
import { EDITION_KIND_WORDS, type EditionDocument, type EditionFacts } from "../../domain/edition.ts";
import { DIRECTION_MEANINGS } from "../../domain/judgement/direction.ts";
import { RATING_FACTS, RATING_WORDS } from "../../domain/judgement/rating.ts";
import { dayInWords } from "../../domain/period.ts";
import { indicatorsOf, type ScoredCard, type ScoredSection } from "../../domain/scored-card.ts";
import { QUALITY_FACTS, STATE_FACTS } from "../../domain/value-state.ts";
import { IndicatorTable } from "./indicator-table.tsx";
import { PAGE_STYLE } from "./page-style.ts";

/** The page as text, byte for byte the same for the same document. */
export function editionPage(edition: EditionDocument): string {
  return `<!DOCTYPE html>\n${render(<EditionPage {...edition} />)}\n`;
}

const DIRECTION_WORDS = {
  improving: "Improving",
  worse: "Worse",
  similar: "Similar",
  changed: "Changed",
  "cannot-compare": "Cannot compare",
} as const;

function EditionPage({ facts, card }: EditionDocument) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${card.title}, ${card.period.label}: ${card.authority}`}</title>
        <style dangerouslySetInnerHTML={{ __html: PAGE_STYLE }} />
      </head>
      <body>
        <header>
          <p class="lead">{card.authority}</p>
          <h1>{`${card.title}: ${card.period.label}`}</h1>
          <p class="lead">{card.description}</p>
        </header>
        <main>
          <Release facts={facts} />
          <Revisions facts={facts} />
          <Counts card={card} />
          <CommentList comments={card.comments} />
          {card.sections.map((section) => (
            <Section key={section.title} section={section} card={card} />
          ))}
          <Notes card={card} />
          <Definitions card={card} />
          <Sources facts={facts} />
        </main>
      </body>
    </html>
  );
}

function Release({ facts }: { readonly facts: EditionFacts }) {
  return (
    <dl class="facts">
      <dt>Edition</dt>
      <dd>{`${facts.id}. ${EDITION_KIND_WORDS[facts.kind]}.`}</dd>
      <dt>Published</dt>
      <dd>{`${dayInWords(facts.publishedAt)} by ${facts.publishedBy}`}</dd>
      <dt>Signed off</dt>
      <dd>{facts.signOff.map(({ role, person, at }) => `${role}: ${person}, ${dayInWords(at)}`).join("; ")}</dd>
    </dl>
  );
}

function Revisions({ facts }: { readonly facts: EditionFacts }) {
  if (facts.corrects === null) return null;
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">What this edition corrects</h2>
      <p>{`It stands in place of ${facts.corrects}. ${facts.reason ?? ""}`}</p>
      <table class="revisions">
        <thead>
          <tr>
            <th scope="col">Ref</th>
            <th scope="col">What</th>
            <th scope="col">Period</th>
            <th scope="col">Was</th>
            <th scope="col">Is</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {facts.revisions.map((change, index) => (
            <tr key={index}>
              <th scope="row">{`${change.reference} ${change.title}`}</th>
              <td data-name="What">{change.what}</td>
              <td data-name="Period">{change.period}</td>
              <td data-name="Was">{change.before}</td>
              <td data-name="Is">{change.after}</td>
              <td data-name="Why">{change.sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Counts({ card }: { readonly card: ScoredCard }) {
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">At a glance</h2>
      <CountTable
        caption="Indicators by rating"
        counts={[
          ...RATING_WORDS.map((word) => [RATING_FACTS[word].label, card.ratings[word]] as const),
          ["Total", card.ratings.total],
        ]}
      />
      <CountTable
        caption="Indicators by direction of travel"
        counts={[
          ...DIRECTION_MEANINGS.map((meaning) => [DIRECTION_WORDS[meaning], card.directions[meaning]] as const),
          ["Total", card.directions.total],
        ]}
      />
    </section>
  );
}

function CountTable({
  caption,
  counts,
}: {
  readonly caption: string;
  readonly counts: readonly (readonly [string, number])[];
}) {
  return (
    <table>
      <caption>{caption}</caption>
      <tbody>
        {counts.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="number">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Section({ section, card }: { readonly section: ScoredSection; readonly card: ScoredCard }) {
  const own = section.indicators.flatMap(({ comments }) => comments);
  const comments = [...section.comments, ...own].filter(
    (comment, index, all) => all.findIndex(({ id }) => id === comment.id) === index,
  );
  return (
    <section>
      <h2>{section.title}</h2>
      <IndicatorTable section={section} columns={card.columns} />
      <CommentList comments={comments} />
    </section>
  );
}

function CommentList({ comments }: { readonly comments: ScoredSection["comments"] }) {
  return (
    <>
      {comments.map(({ id, subject, body }) => (
        <div key={id}>
          <h3>{subjectWords(subject)}</h3>
          {body.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </div>
      ))}
    </>
  );
}

function subjectWords(subject: CommentSubject): string {
  if (subject.kind === "references") return `On ${subject.references.join(", ")}`;
  return subject.kind === "section" ? "On this section" : "Overall";
}

function Notes({ card }: { readonly card: ScoredCard }) {
  const indicators = indicatorsOf(card);
  const states = new Set(indicators.flatMap(({ history }) => history.map(({ status }) => status)));
  const qualities = new Set(indicators.flatMap(({ history }) => history.flatMap((figure) => figure.qualities ?? [])));
  const words = [
    ...[...states].flatMap((state) =>
      state === "value"
        ? []
        : [`${STATE_FACTS[state].shorthand} ${STATE_FACTS[state].label}: ${STATE_FACTS[state].words}`],
    ),
    ...[...qualities].map((quality) => `${QUALITY_FACTS[quality].shorthand} ${QUALITY_FACTS[quality].label}.`),
  ].sort();
  const noted = indicators.filter(({ note }) => note !== null);
  return (
    <section>
      <h2>Notes</h2>
      <ul>
        {words.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {noted.map(({ reference, title, note }) => (
          <li key={reference}>{`${reference} ${title}: ${note}`}</li>
        ))}
        {card.reconciliation.map((finding, index) => (
          <li
            key={index}
          >{`${finding.sentence}${finding.accepted === null ? "" : ` Accepted: ${finding.accepted.reason}`}`}</li>
        ))}
      </ul>
    </section>
  );
}

function Definitions({ card }: { readonly card: ScoredCard }) {
  const seen = new Map(
    indicatorsOf(card).map(({ measure, reference, title }) => [measure.id, { measure, reference, title }]),
  );
  return (
    <section>
      <h2>What the measures mean</h2>
      <dl>
        {[...seen.values()].map(({ measure, reference, title }) => (
          <div key={measure.id}>
            <dt>
              <strong>{`${reference} ${title}`}</strong>
            </dt>
            <dd>{measure.definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Sources({ facts }: { readonly facts: EditionFacts }) {
  return (
    <section>
      <h2>Where the figures come from</h2>
      <ul>
        {facts.loads.map(({ id, title, asAt, acceptedAt }) => (
          <li
            key={id}
          >{`${title}${asAt === null ? "" : ` as at ${dayInWords(asAt)}`}, loaded ${dayInWords(acceptedAt)} (${id})`}</li>
        ))}
      </ul>
      <p>{`Made with Waymark ${facts.waymark}. Every file of this edition is listed with its SHA-256 in checksums.txt. The log of changes stood at entry ${facts.logHead.sequence}${facts.logHead.hash === "" ? "" : `, ${facts.logHead.hash}`}.`}</p>
    </section>
  );
}
