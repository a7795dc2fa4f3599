/** The commentary of one card's period: each indicator with what it shows and what has been written about it. */
import type { Comment } from "../../../domain/commentary.ts";
import { indicatorsOf } from "../../../domain/scored-card.ts";
import { listCommentary, openFlags } from "../../../services/commentary.ts";
import { coversOn } from "../../../services/comments/owed-by-all.ts";
import type { OpenCommentary } from "../../../services/open-commentary.ts";
import { listPeople } from "../../../services/people/people.ts";
import type { Desk } from "../../desk.ts";
import { may, type Viewer } from "../../viewer.ts";
import { subjectWords } from "./comment-model.ts";
import { commentsHref } from "./commentary-of.ts";

export type CommentLine = {
  readonly id: string;
  readonly href: string;
  readonly state: Comment["state"];
  readonly author: string;
  readonly open: number;
  readonly subject: string;
};

export type CommentedIndicator = {
  readonly reference: string;
  readonly title: string;
  readonly shown: string;
  readonly rating: { readonly word: "red" | "amber" | "green" | "not-rated"; readonly sentence: string };
  readonly writeHref: string;
  readonly comments: readonly CommentLine[];
};

export type CardCommentary = {
  readonly scorecard: string;
  readonly period: string;
  readonly title: string;
  readonly periodLabel: string;
  readonly href: string;
  readonly mayWrite: boolean;
  readonly mayAsk: boolean;
  readonly mayRelease: boolean;
  readonly onCard: readonly CommentLine[];
  /** Red and nobody has written about them. */
  readonly silentReds: readonly CommentedIndicator[];
  readonly sections: readonly {
    readonly title: string;
    readonly writeHref: string;
    readonly comments: readonly CommentLine[];
    readonly indicators: readonly CommentedIndicator[];
  }[];
};

/** The page of a card's commentary. */
export async function cardCommentary(desk: Desk, viewer: Viewer, commentary: OpenCommentary): Promise<CardCommentary> {
  const { scorecard, card } = commentary;
  const period = commentary.period.id;
  const href = commentsHref({ scorecard, period });
  const writeHref = (on: string): string => `${href}/new?on=${encodeURIComponent(on)}`;
  const lines = await commentLines(desk, commentary, href);
  const covers = coversOn(desk.live.current().catalogue);
  const covered = new Set(lines.flatMap(({ comment }) => covers(comment)));
  const of = (wanted: (comment: Comment) => boolean): readonly CommentLine[] =>
    lines.filter(({ comment }) => wanted(comment)).map(({ line }) => line);
  const indicators = indicatorsOf(card).map(
    ({ reference, title, shown, rating }): CommentedIndicator => ({
      reference,
      title,
      shown,
      rating,
      writeHref: writeHref(reference),
      comments: of(({ subject }) => subject.kind === "references" && subject.references.includes(reference)),
    }),
  );
  const byReference = new Map(indicators.map((one) => [one.reference, one]));
  return {
    scorecard,
    period,
    title: card.title,
    periodLabel: commentary.period.label,
    href,
    mayWrite: may(viewer, "write-comments"),
    mayAsk: may(viewer, "publish"),
    mayRelease: may(viewer, "publish") || may(viewer, "sign-off"),
    onCard: of(({ subject }) => subject.kind === "scorecard"),
    silentReds: indicators.filter(({ reference, rating }) => rating.word === "red" && !covered.has(reference)),
    sections: card.sections.map((section) => ({
      title: section.title,
      writeHref: writeHref(section.title),
      comments: of(({ subject }) => subject.kind === "section" && subject.section === section.title),
      indicators: section.indicators.flatMap(({ reference }) => byReference.get(reference) ?? []),
    })),
  };
}

async function commentLines(desk: Desk, commentary: OpenCommentary, href: string) {
  const names = new Map((await listPeople(desk.store)).map(({ email, name }) => [email, name]));
  return (await listCommentary(commentary, desk.store)).map((comment) => ({
    comment,
    line: {
      id: comment.id,
      href: `${href}/${comment.id}`,
      state: comment.state,
      author: names.get(comment.author) ?? comment.author,
      open: openFlags(comment).length,
      subject: subjectWords(commentary, comment.subject),
    },
  }));
}
