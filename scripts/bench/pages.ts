/** How fast pages are sent and how much they weigh: a signed-in person's requests over sockets, the server in a process of its own. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const PAGES = ["/", "/scorecards/vital-signs", "/scorecards/vital-signs?rating=red"] as const;
/** People asking at once, each waiting for the answer before asking again. */
const CALLERS = 8;
const SECONDS = 4;

type Server = { readonly url: string; readonly cookie: string };
type Answer = { readonly ms: number; readonly bytes: number };
export type PageTiming = {
  readonly first_ms: number;
  readonly requests_a_second: number;
  readonly median_ms: number;
  readonly p95_ms: number;
  readonly kb_sent: number;
  readonly kb_unpacked: number;
};

/** Every page: its first request, then as many as the server answers in some seconds. */
export async function measurePages(data: string): Promise<Readonly<Record<string, PageTiming>>> {
  const child = fork(join(import.meta.dirname, "page-server.ts"), [data], { execArgv: ["--import", "tsx"] });
  try {
    const [server] = (await once(child, "message")) as [Server];
    const results: Record<string, PageTiming> = {};
    for (const page of PAGES) results[`page ${page}`] = await measurePage(server, page);
    return results;
  } finally {
    child.kill();
  }
}

async function measurePage(server: Server, page: string): Promise<PageTiming> {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const ask = (encoding: string) => answerOf(server, page, { agent, encoding });
  const first = await ask("gzip");
  const plain = await ask("identity");
  const until = performance.now() + SECONDS * 1000;
  const times: number[] = [];
  const caller = async (): Promise<void> => {
    while (performance.now() < until) times.push((await ask("gzip")).ms);
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    first_ms: Math.round(first.ms),
    requests_a_second: Math.round(times.length / SECONDS),
    median_ms: tenth(times[Math.floor(times.length / 2)] ?? 0),
    p95_ms: tenth(times[Math.floor(times.length * 0.95)] ?? 0),
    kb_sent: tenth(first.bytes / 1000),
    kb_unpacked: tenth(plain.bytes / 1000),
  };
}

async function answerOf(
  { url, cookie }: Server,
  page: string,
  { agent, encoding }: { readonly agent: Agent; readonly encoding: string },
): Promise<Answer> {
  const start = performance.now();
  const asked = request(new URL(page, url), { agent, headers: { cookie, "accept-encoding": encoding } });
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  if (response.statusCode !== 200) throw new Error(`${page} was answered with ${response.statusCode}.`);
  return { ms: performance.now() - start, bytes };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
