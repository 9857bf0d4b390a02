import { refuse } from "#base";
import { readKeyFile } from "#folder";
import { translator } from "#i18n";
import type { Admitted } from "#server";
import type { Common } from "./context.ts";
import { utc } from "./dates.ts";
import { atDesk } from "./desk.ts";
import { languageOf } from "./language.ts";
import { standardOutput } from "./output.ts";
import { say } from "./say.ts";

export type SeatFlags = Common & {
  readonly head?: string;
  readonly title?: string;
  readonly reason?: string;
};

/** `parley seat grant DIR --head HEADKEY --key DEVICEKEY --title WORDS`: the head certifies a device key. */
export function seatGrantCommand(path: string, options: SeatFlags): Promise<void> {
  return asHead(path, options, "seat.granted", async (device) => ({
    office: device.office,
    member: device.member,
    key: device.public,
    ...(device.recipient ? { recipient: device.recipient } : {}),
    title: options.title ?? refuse("command.usage", { reason: "Say the seat's title: --title WORDS." }),
  }));
}

/** `parley seat revoke DIR --head HEADKEY --key DEVICEKEY --reason WORDS`: valid from its place in the log on. */
export function seatRevokeCommand(path: string, options: SeatFlags): Promise<void> {
  return asHead(path, options, "seat.revoked", async (device) => ({
    office: device.office,
    member: device.member,
    key: device.public,
    reason: options.reason ?? refuse("command.usage", { reason: "Say the reason: --reason WORDS." }),
  }));
}

/** `parley seat replace-head DIR --head OLD --key NEW --reason WORDS`: signed by the old key and the new. */
export function replaceHeadCommand(path: string, options: SeatFlags): Promise<void> {
  return asHead(path, options, "head.replaced", async (next) => ({
    office: next.office,
    head: next.public,
    reason: options.reason ?? refuse("command.usage", { reason: "Say the reason: --reason WORDS." }),
  }));
}

type Subject = Awaited<ReturnType<typeof readKeyFile>>;

async function asHead(
  path: string,
  options: SeatFlags,
  kind: "seat.granted" | "seat.revoked" | "head.replaced",
  payloadFor: (subject: Subject) => Promise<unknown>,
): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const [keyPath] = options.key ?? [];
  if (!options.head || !keyPath)
    return refuse("command.usage", {
      reason: "Name the head's key and the key concerned: --head FILE --key FILE.",
    });
  const head = await readKeyFile(options.head);
  const subject = await readKeyFile(keyPath);
  if (options.as !== undefined && options.as !== head.office && options.as !== subject.office)
    refuse("command.usage", {
      reason: `The head's key belongs to the office ${head.office}, not to ${options.as}.`,
    });
  const payload = await payloadFor(subject);
  const admitted = await atDesk(path, ({ registry }): Promise<Admitted> => {
    const draft = {
      room: "process",
      kind,
      payload,
      capacity: "head of office",
      saidAt: new Date().toISOString(),
    } as const;
    if (kind !== "head.replaced") return say(registry, draft, head);
    // the office speaks; its first head is signed in by a sponsor
    return say(registry, draft, { ...head, office: subject.office }, [subject]);
  });
  const { id, room, seq, receivedAt } = admitted;
  out.data({ id, room, seq, receivedAt: new Date(receivedAt).toISOString(), kind });
  out.line(t("act.recorded", { id, room, seq, date: utc(receivedAt) }));
}
