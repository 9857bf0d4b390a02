import { refuse } from "#base";
import { keyUses, newKeyFile, writeKeyFile } from "#folder";
import { translator } from "#i18n";
import { memberId } from "#record";
import type { Common } from "./context.ts";
import { parseOffice } from "./copy.ts";
import { languageOf } from "./language.ts";
import { standardOutput } from "./output.ts";

export type KeyFlags = Common & { readonly member?: string; readonly use?: string };

/** `parley key new FILE --as OFFICE --member HANDLE [--use head|device|log]`: a new key, readable by its owner only. */
export async function keyNewCommand(path: string, options: KeyFlags): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const office = parseOffice(
    options.as ?? refuse("command.usage", { reason: "Name the office: --as OFFICE." }),
  );
  const use = keyUses.find((one) => one === (options.use ?? "device"));
  if (!use) refuse("command.usage", { reason: `--use is one of ${keyUses.join(", ")}.` });
  const member = memberId.safeParse(options.member ?? `${office}-${use}`);
  if (!member.success)
    refuse("command.usage", { reason: "--member is a handle of a-z, 0-9 and -, without a name in it." });
  const key = await newKeyFile(use, office, member.data);
  await writeKeyFile(path, key);
  out.data({ path, use, office, member: key.member, public: key.public, recipient: key.recipient ?? null });
  out.line(t("key.made", { path, use, office, member: key.member }));
  out.line(t("key.public", { key: key.public }));
}
