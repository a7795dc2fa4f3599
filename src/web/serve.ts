/** Starts the web application: on this machine only, or behind a proxy that brings HTTPS; on the port asked for or the next one free. */
import { AppError } from "../domain/errors.ts";
import { type AppOptions, buildApp } from "./app.ts";

export type ServeOptions = AppOptions & {
  /** The address to listen on. */
  readonly host?: string;
  readonly port?: number;
};

export type Serving = {
  /** The address to open. */
  readonly url: string;
  /** Whether the port asked for was taken, so that another is used. */
  readonly isOtherPort: boolean;
  readonly close: () => Promise<void>;
};

/** Ports tried after the one asked for. */
const MORE_PORTS = 20;

/** Listens, and says where. @throws AppError USAGE for what would let others in without HTTPS, or into a trial */
export async function serve({ host = "127.0.0.1", port = 3000, ...options }: ServeOptions): Promise<Serving> {
  assertPrivate(host, options);
  const app = buildApp(options);
  for (let candidate = port; candidate <= Math.min(port + MORE_PORTS, 65_535); candidate++) {
    try {
      const url = await app.listen({ host, port: candidate });
      return { url, isOtherPort: port !== 0 && candidate !== port, close: () => app.close() };
    } catch (cause) {
      if (!isPortTaken(cause)) throw cause;
    }
  }
  throw new AppError(
    "USAGE",
    `Ports ${port} to ${port + MORE_PORTS} are all taken on ${host}.`,
    "Choose another with --port.",
  );
}

/** Beyond this machine Waymark is reached only through a proxy with HTTPS, under a name it knows, and never as a trial. */
function assertPrivate(host: string, { hosts = [], proxies = [], desk }: AppOptions): void {
  const isShared = !["127.0.0.1", "::1", "localhost"].includes(host) || hosts.length > 0 || proxies.length > 0;
  if (!isShared) return;
  if (desk?.isTrial === true)
    throw new AppError(
      "USAGE",
      "A trial lets anybody in as anybody, so it listens on this machine only.",
      "Leave out --demo, or leave out --listen, --host-name and --proxy.",
    );
  if (hosts.length === 0 || proxies.length === 0)
    throw new AppError(
      "USAGE",
      "To be reached by others, Waymark stands behind a proxy that brings HTTPS.",
      "Name the proxy's address with --proxy and the name people use with --host-name.",
    );
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
