/** Answers whether somebody may do something, and over whom: from the grants they hold, denying whatever no grant permits. */
import type { IsoDate } from "../dates.ts";
import type { Permission } from "./permissions.ts";
import { ROLES, type Role } from "./roles.ts";

/** Over whom a grant reaches. Team, service and worker are named by their id or, where data has no id, by name. */
export type Scope =
  | { readonly kind: "authority" }
  | { readonly kind: "service"; readonly name: string }
  | { readonly kind: "team"; readonly name: string }
  | { readonly kind: "own-cases"; readonly worker: string };

/** A role held over a scope, both days inclusive; no last day is until further notice. */
export type Grant = {
  readonly role: Role;
  readonly scope: Scope;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
};

/** The grants in force on a day. */
export function grantsOn(grants: readonly Grant[], day: IsoDate): readonly Grant[] {
  return grants.filter(({ from, to }) => from <= day && (to === null || day <= to));
}

/** Whether any of the grants permits it, over whatever scope. */
export function permits(grants: readonly Grant[], permission: Permission): boolean {
  return scopesFor(grants, permission).length > 0;
}

/** Over whom the grants permit it; empty is not at all. */
export function scopesFor(grants: readonly Grant[], permission: Permission): readonly Scope[] {
  return grants
    .filter(({ role }) => (ROLES[role].permits as readonly Permission[]).includes(permission))
    .map(({ scope }) => scope);
}

/** Whether scopes reach the whole authority. */
export function isAuthorityWide(scopes: readonly Scope[]): boolean {
  return scopes.some(({ kind }) => kind === "authority");
}

/** A scope in words: "the whole authority", "team North", "own cases of W12". */
export function scopeWords(scope: Scope): string {
  if (scope.kind === "authority") return "the whole authority";
  if (scope.kind === "own-cases") return `own cases of ${scope.worker}`;
  return `${scope.kind} ${scope.name}`;
}
