/** A PostgreSQL server of the tests' own, on a free port with its own folder, gone when the tests end. */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

export type Postgres = {
  readonly client: pg.Client;
  readonly port: number;
  /** Stops the server in the middle of whatever it does and starts it again; `client` is of no use after that. */
  crash(): void;
  stop(): Promise<void>;
};

/** Where PostgreSQL's server programs are, or `null` when it is not installed. */
export function postgresPrograms(): string | null {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(root, version, "bin"))
    .find((folder) => existsSync(join(folder, "initdb")));
  return found ?? null;
}

/** Starts a server; PostgreSQL refuses to run as root, so root hands over to the user the package made. */
export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-postgres-"));
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const as = (program: string, args: readonly string[]): void => {
    const command = [join(programs, program), ...args];
    const [file = "", ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
    execFileSync(file, rest, { stdio: "ignore", cwd: folder });
  };
  if (isRoot) execFileSync("chown", ["postgres", folder]);
  else chmodSync(folder, 0o700);
  const data = join(folder, "data");
  as("initdb", ["-D", data, "-U", "waymark", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"]);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder} -c fsync=off`;
  const start = (): void => as("pg_ctl", ["-D", data, "-w", "-o", settings, "-l", join(folder, "log"), "start"]);
  const kill = (): void => as("pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
  start();
  const client = new pg.Client({ host: "127.0.0.1", port, user: "waymark", database: "postgres" });
  client.on("error", () => undefined);
  await client.connect();
  return {
    client,
    port,
    crash: () => {
      kill();
      start();
    },
    stop: async () => {
      await client.end();
      kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
