/** Every connection this process opens to somewhere else, seen as it is opened: the proof that nothing is sent out. */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

export type Outbound = {
  /** Address and port connected to, or the name asked for where the connection failed. */
  readonly to: string;
  readonly times: number;
  readonly lastAt: string;
  /** An address of this machine itself. */
  readonly isLocal: boolean;
};

export type OutboundWatch = { readonly seen: () => readonly Outbound[]; readonly since: string; stop(): void };

const CHANNEL = "net.client.socket";
const LOCAL = /^(127\.|::1$|::ffff:127\.|localhost$|\/)/;

/** Watches from now on. */
export function watchOutbound(clock: () => Date): OutboundWatch {
  const seen = new Map<string, Outbound>();
  const note = (to: string, host: string): void => {
    const times = (seen.get(to)?.times ?? 0) + 1;
    seen.set(to, { to, times, lastAt: clock().toISOString(), isLocal: LOCAL.test(host) });
  };
  const listen = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    socket.once("connect", () => {
      // A socket of this machine's own files has no address.
      const host = socket.remoteAddress ?? "/";
      note(host === "/" ? "a socket of this machine" : `${host} port ${socket.remotePort}`, host);
    });
  };
  subscribe(CHANNEL, listen);
  return {
    since: clock().toISOString(),
    seen: () => [...seen.values()].sort((a, b) => a.to.localeCompare(b.to)),
    stop: () => void unsubscribe(CHANNEL, listen),
  };
}
