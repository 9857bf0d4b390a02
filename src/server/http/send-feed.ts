import type { OutgoingHttpHeaders } from "node:http";
import type { FastifyReply } from "fastify";
import type { Office } from "#record";
import type { Session } from "./sessions.ts";
import type { Served } from "./set-up.ts";
import { officeNow } from "./standing.ts";

const heartbeatMs = 15_000;
/** Who has so much of what is new still to take is too slow, and comes again. What an office is sent is held once for all its followers. */
const slowestBytes = 8 * 1_024 * 1_024;

/** Whose feed it is, and where he goes on. */
type Following = {
  readonly office: Office;
  readonly session: Session | undefined;
  readonly token: string | undefined;
  readonly after: string | undefined;
};

/**
 * Sends an office's feed for as long as its reader stays, and his session and seat with him. It ends by breaking off:
 * the reader comes again with the last id that he has, as who he is then.
 */
export function sendFeed(
  { host, feed }: Served,
  { office, session, token, after }: Following,
  reply: FastifyReply,
): void {
  const headers = { ...reply.getHeaders(), "content-type": "text/event-stream", "x-accel-buffering": "no" };
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, headers as OutgoingHttpHeaders); // Fastify's type for the same
  raw.write(": parley\n\n");
  const beat = async () => {
    const goesOn = token === undefined || (await host.sessions.goesOn(token).catch(() => false));
    if (!goesOn) raw.destroy();
    else if (!raw.destroyed) raw.write(": \n\n");
  };
  const heartbeat = setInterval(() => void beat(), heartbeatMs);
  const unwatch = session ? host.sessions.watch(session, () => void beat()) : () => {};
  let leave = () => {};
  let goOn = () => {};
  raw.on("error", () => {}); // the reader has gone while he was written to; the close follows
  raw.on("drain", () => goOn());
  raw.once("close", () => {
    clearInterval(heartbeat);
    unwatch();
    leave();
    goOn();
  });
  const send = (frame: Buffer) => {
    if (raw.destroyed) return false;
    // a seat that was revoked while its holder follows ends what he is sent at once
    const isTaken = officeNow(host, session) === office && raw.writableLength < slowestBytes;
    if (isTaken) raw.write(frame);
    else raw.destroy();
    return isTaken;
  };
  const ready = () =>
    new Promise<void>((done) => {
      goOn = done;
      if (raw.destroyed || !raw.writableNeedDrain) done();
    });
  feed.follow(office, after, send, ready).then(
    (left) => {
      leave = left;
      if (raw.destroyed) left();
    },
    () => raw.destroy(), // what could not be read now is asked for again
  );
}
