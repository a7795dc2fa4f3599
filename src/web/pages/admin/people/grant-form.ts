/** Reads the form that gives a role: what is wrong comes back beside its field. */
import type { Grant, Scope } from "../../../../domain/access/policy.ts";
import { ROLE_IDS, type Role } from "../../../../domain/access/roles.ts";
import { isIsoDate } from "../../../../domain/dates.ts";

export const SCOPE_KINDS = ["authority", "service", "team", "own-cases"] as const;
type ScopeKind = (typeof SCOPE_KINDS)[number];

/** The fields as typed. */
export type GrantFields = {
  readonly role: string;
  readonly scope: string;
  readonly scopeName: string;
  readonly from: string;
  readonly to: string;
};

export type FieldFaults = Readonly<Partial<Record<keyof GrantFields | "name" | "email", string>>>;

/** The grant typed, or what is wrong with it. */
export function readGrant(fields: GrantFields): { readonly grant: Grant } | { readonly faults: FieldFaults } {
  const { role, scope, scopeName, from, to } = fields;
  const faults: Record<string, string> = {};
  if (!(ROLE_IDS as readonly string[]).includes(role)) faults.role = "Choose a role.";
  if (!(SCOPE_KINDS as readonly string[]).includes(scope)) faults.scope = "Choose over whom the role reaches.";
  if (scope !== "authority" && scopeName.trim() === "") faults.scopeName = "Name the service, the team or the worker.";
  if (!isIsoDate(from)) faults.from = "Write the first day as year, month and day: 2026-04-01.";
  if (to !== "" && !isIsoDate(to)) faults.to = "Write the last day as year, month and day, or leave it empty.";
  if (isIsoDate(from) && isIsoDate(to) && to < from) faults.to = "The last day is before the first.";
  if (Object.keys(faults).length > 0) return { faults };
  const reach = scopeOf(scope as ScopeKind, scopeName.trim());
  return { grant: { role: role as Role, scope: reach, from, to: to === "" ? null : to } };
}

function scopeOf(kind: ScopeKind, name: string): Scope {
  if (kind === "authority") return { kind };
  return kind === "own-cases" ? { kind, worker: name } : { kind, name };
}
