import { readFile } from "node:fs/promises";
import { refuse } from "#base";
import { sha256, toHex } from "#ledger";
import type { Common } from "./context.ts";
import { atDesk } from "./desk.ts";
import { standardOutput } from "./output.ts";

/** `parley blob DIR FILE --type MEDIATYPE`: keeps content by its digest and prints what an act names it by. */
export async function blobCommand(
  path: string,
  file: string,
  options: Common & { readonly type?: string },
): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) =>
    refuse("command.draft", {
      path: file,
      reason: error.code === "ENOENT" ? "there is no such file." : `${error.code}.`,
    }),
  );
  const digest = toHex(sha256(new Uint8Array(bytes)));
  await atDesk(path, ({ store }) => store.putBlob(digest, new Uint8Array(bytes)));
  const named = { digest, bytes: bytes.length, mediaType: options.type ?? "application/octet-stream" };
  out.data(named);
  out.line(JSON.stringify(named));
}
