/** What the account page prints: who one is, what one may do and over whom, where one is signed in, what one has not sent yet. */
import { scopeWords } from "../../../domain/access/policy.ts";
import { ROLES } from "../../../domain/access/roles.ts";
import type { Draft } from "../../../services/people/drafts.ts";
import type { Person } from "../../../services/people/people.ts";
import type { OpenSession, SignInWay } from "../../../services/people/sessions.ts";
import { may, type Viewer } from "../../viewer.ts";
import { longInstant } from "../../words.ts";

export type AccountView = {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly { readonly role: string; readonly over: string; readonly about: string }[];
  readonly sessions: readonly {
    readonly began: string;
    readonly seen: string;
    readonly how: string;
    readonly isThis: boolean;
  }[];
  readonly drafts: readonly {
    readonly form: string;
    readonly at: string;
    readonly fields: readonly { readonly name: string; readonly text: string }[];
  }[];
  /** Whether there is a password here to change. */
  readonly isLocal: boolean;
  readonly mayUseApi: boolean;
};

const WAYS: Readonly<Record<SignInWay, string>> = {
  local: "With a password",
  oidc: "Through the identity provider",
  trial: "As a persona of the trial",
  "break-glass": "With a break-glass account",
};

/** What was just done, by the word in the address. */
export const DONE: Readonly<Record<string, string>> = {
  password: "Your password is changed, and every other session has ended.",
  sessions: "Your other sessions have ended.",
  draft: "The draft is thrown away.",
  back: "The draft is back.",
};

type Facts = {
  readonly viewer: Viewer;
  readonly person: Person;
  readonly sessions: readonly OpenSession[];
  readonly drafts: readonly Draft[];
  readonly isLocal: boolean;
};

/** The account of whoever looks at it. */
export function presentAccount({ viewer, person, sessions, drafts, isLocal }: Facts): AccountView {
  return {
    name: person.name,
    email: person.email,
    roles: viewer.grants.map(({ role, scope }) => ({
      role: ROLES[role].words,
      over: scopeWords(scope),
      about: ROLES[role].about,
    })),
    sessions: sessions.map(({ id, beganAt, seenAt, how }) => ({
      began: longInstant(beganAt),
      seen: longInstant(seenAt),
      how: WAYS[how],
      isThis: id === viewer.session,
    })),
    drafts: drafts.map(({ form, at, fields }) => ({
      form,
      at: longInstant(at),
      fields: Object.entries(fields)
        .map(([name, value]) => ({ name, text: [value].flat().join(", ") }))
        .filter(({ text }) => text !== ""),
    })),
    isLocal,
    mayUseApi: may(viewer, "use-api"),
  };
}
