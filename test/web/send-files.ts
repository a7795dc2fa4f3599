/** Sends files as a browser does, and waits until they have been read. */
import assert from "node:assert/strict";
import type { LightMyRequestResponse } from "fastify";
import type { Caller, Council } from "./council.ts";

/** Sends a form in parts to the page that loads files; the token is taken from the form unless another is given. */
export async function sendFiles(
  { app }: Council,
  caller: Caller,
  files: Readonly<Record<string, string | Buffer>>,
  fields: Readonly<Record<string, string>> = {},
  token?: string,
  url = "/data/new",
): Promise<LightMyRequestResponse> {
  const boundary = "----waymark-test";
  const parts: Buffer[] = [];
  const form = { _token: token ?? tokenIn((await caller.get(url)).body), ...fields };
  for (const [name, value] of Object.entries(form))
    parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
  const chosen = Object.entries(files);
  for (const [name, content] of chosen.length === 0 ? [["", ""] as const] : chosen)
    parts.push(
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from("\r\n"),
    );
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return app.inject({
    method: "POST",
    url,
    headers: { host: "localhost", cookie: caller.cookie, "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat(parts),
  });
}

/** The page once the files have been read. */
export async function waitForReading(council: Council, caller: Caller, url: string): Promise<LightMyRequestResponse> {
  await council.desk.jobs.settled();
  const page = await caller.get(url);
  assert.equal(page.statusCode, 200, textOf(page.body));
  return page;
}

/** The form token a page holds. */
export function tokenIn(body: string): string {
  return /name="_token" value="([^"]+)"/.exec(body)?.[1] ?? "";
}

/** What a page says, without its tags: what a failed test is to print. */
export function textOf(body: string): string {
  return (/<main[\s\S]*<\/main>/.exec(body)?.[0] ?? body).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}
