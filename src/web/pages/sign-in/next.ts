/** Where a person was going when they were asked to sign in: an address of this application and of nowhere else. */

/** A path of ours, or the first page. Anything a browser might read as another host leads to the first page. */
export function safeNext(next: unknown): string {
  if (typeof next !== "string" || next.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return "/";
  const path = new URL(next, "http://waymark.invalid").pathname;
  return /^\/(?:sign-in|sign-out|set-up)(?:\/|$)/.test(path) || path.startsWith("//") ? "/" : next;
}
