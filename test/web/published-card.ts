/** What people do to a card before the public sees it: a comment approved, the card signed off and published. */
import { approveComment, submitComment, writeComment } from "../../src/services/commentary.ts";
import { openCommentary } from "../../src/services/open-commentary.ts";
import { publishEdition } from "../../src/services/publish-edition.ts";
import { signOffCard } from "../../src/services/sign-off.ts";
import { type Council, NOW } from "./council.ts";

type Place = Pick<Council, "desk" | "store">;
type Card = { readonly scorecard: string; readonly period: string };

/** A comment on one reference, written by a manager and approved by the director. */
export async function approvedComment(
  { desk, store }: Place,
  card: Card,
  { on, body }: { readonly on: string; readonly body: string },
): Promise<void> {
  const commentary = await openCommentary(desk.live.current(), store, card);
  const by = { actor: "manager@wexcombe.example", at: NOW.toISOString() };
  const { id } = await writeComment(commentary, store, by, { on, body });
  await submitComment(commentary, store, by, id);
  await approveComment(commentary, store, { ...by, actor: "director@wexcombe.example" }, id);
}

/** The card's period signed off and published by the director. */
export async function publishCard({ desk, store }: Place, card: Card): Promise<void> {
  const by = { actor: "director@wexcombe.example", at: NOW.toISOString() };
  await signOffCard(desk.live.current(), store, by, { ...card, role: "director", person: by.actor });
  await publishEdition(desk.live.current(), store, { ...card, by: by.actor, at: NOW, waymark: "test" });
}
