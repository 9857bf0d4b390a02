import { refuse } from "#base";
import { readKeyFile } from "#folder";
import { translator } from "#i18n";
import { roomTable } from "#record";
import type { Common } from "./context.ts";
import { parseOffice } from "./copy.ts";
import { utc } from "./dates.ts";
import { atDesk, readJsonFile } from "./desk.ts";
import { languageOf } from "./language.ts";
import { standardOutput } from "./output.ts";
import { draftOf, openedView, say } from "./say.ts";

/** `parley act DIR FILE.json --key KEYFILE`: says something new, signed; refused with the rule's id and words. */
export async function actCommand(path: string, file: string, options: Common): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const [first, ...more] = options.key ?? [];
  if (first === undefined) refuse("command.usage", { reason: "Name the key that signs: --key KEYFILE." });
  const author = await readKeyFile(first);
  const cosigners = await Promise.all(more.map(readKeyFile));
  if (options.as !== undefined && parseOffice(options.as) !== author.office)
    refuse("command.usage", {
      reason: `The key belongs to the office ${author.office}, not to ${options.as}.`,
    });
  const data = await readJsonFile(file);
  const admitted = await atDesk(path, async ({ registry, store }) => {
    const now = Date.now();
    const draft = draftOf(data, file, author, registry, now);
    const isByPapers = roomTable[draft.room].sealed || draft.kind === "footage.released";
    const opened = isByPapers ? (await openedView(store, registry.process, author)).state : undefined;
    return say(registry, draft, author, cosigners, now, opened);
  });
  const { id, room, seq, receivedAt, receipt } = admitted;
  out.data({
    id,
    room,
    seq,
    receivedAt: new Date(receivedAt).toISOString(),
    receipt: Buffer.from(receipt).toString("utf8"),
  });
  out.line(t("act.recorded", { id, room, seq, date: utc(receivedAt) }));
}
