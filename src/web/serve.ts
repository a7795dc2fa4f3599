/** Starts the web application on this machine only, on the port asked for or the next one free. */
import { AppError } from "../domain/errors.ts";
import { type AppOptions, buildApp } from "./app.ts";

export type ServeOptions = AppOptions & {
  readonly host?: "127.0.0.1" | "::1";
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

/** Listens, and says where. Only loopback addresses are offered until there is a sign-in. */
export async function serve({ host = "127.0.0.1", port = 3000, ...options }: ServeOptions): Promise<Serving> {
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

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
