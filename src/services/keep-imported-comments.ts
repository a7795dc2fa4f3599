/** Keeps the comments of an imported card in the store, for the card's last period: new ones are drafts, the same ones stay as they are. */
import type { Comment, CommentSubject } from "../domain/commentary.ts";
import type { ImportedComment, ImportedScorecard } from "../ingest/scorecard/imported.ts";
import { addComment, editComment, listComments } from "../store/comment.ts";
import type { By, Store } from "../store/store.ts";

export type KeptComments = { readonly added: number; readonly changed: number; readonly kept: number };

/** A comment of the file is matched by its words first, then by what it is on: other words make a new version. */
export async function keepComments(store: Store, card: ImportedScorecard, by: By): Promise<KeptComments> {
  if (card.lastPeriod === null) return { added: 0, changed: 0, kept: 0 };
  const place = { scorecard: card.id, period: card.lastPeriod.id };
  const there = [...(await listComments(store, place))];
  const fresh: ImportedComment[] = [];
  for (const comment of card.comments) {
    const same = there.findIndex((one) => one.body === comment.body && isOn(one, comment));
    if (same < 0) fresh.push(comment);
    else there.splice(same, 1);
  }
  let changed = 0;
  for (const comment of fresh) {
    const earlier = there.findIndex((one) => isOn(one, comment));
    const [old] = earlier < 0 ? [] : there.splice(earlier, 1);
    if (old === undefined) await addComment(store, by, { ...place, subject: subjectOf(comment), body: comment.body });
    else {
      await editComment(store, by, { id: old.id, version: old.version, body: comment.body });
      changed++;
    }
  }
  return { added: fresh.length - changed, changed, kept: card.comments.length - fresh.length };
}

function subjectOf({ references, section }: ImportedComment): CommentSubject {
  if (section !== undefined) return { kind: "section", section };
  return references.length === 0 ? { kind: "scorecard" } : { kind: "references", references };
}

function isOn({ subject }: Comment, comment: ImportedComment): boolean {
  return JSON.stringify(subject) === JSON.stringify(subjectOf(comment));
}
