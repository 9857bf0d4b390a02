import { writeFile } from "node:fs/promises";
import { refuse } from "#base";
import { documentKinds, makeDocument, makeTruceSheet } from "#documents";
import { loadScreens } from "#i18n/screens";
import { randomBytes } from "#ledger";
import { codesFrom } from "#record";
import type { Common } from "./context.ts";
import { readJsonFile } from "./desk.ts";
import { faces } from "./faces.ts";
import { languageOf } from "./language.ts";
import { standardOutput } from "./output.ts";

/**
 * `parley document KIND FILE OUT`: a paper of the Geneva Conventions as PDF, from a JSON file, or a truce's sheet in two
 * languages (`--lang` on the left, `--beside` on the right). Nothing is kept.
 */
export async function documentCommand(
  kind: string,
  file: string,
  path: string,
  options: Common & { readonly beside?: string },
): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = await loadScreens(languageOf(options.lang));
  if (kind === "truce") {
    const beside = await loadScreens(languageOf(options.beside ?? (t.language === "en" ? "uk" : "en")));
    const sheet = await makeTruceSheet(await readJsonFile(file), [t, beside], await faces());
    if ("where" in sheet) return refuse("command.draft", { path: file, reason: `${sheet.where}.` });
    await writeFile(path, sheet);
    out.data({ path, bytes: sheet.length, kind, languages: [t.language, beside.language] });
    out.line(t("documents.made", { name: path }));
    return;
  }
  const found = documentKinds.find((one) => one === kind);
  if (!found)
    return refuse("command.usage", {
      reason: `"${kind}" is no document. Documents: ${[...documentKinds, "truce"].join(", ")}.`,
    });
  const content = await readJsonFile(file);
  const made = await makeDocument(found, found === "bags" ? withCodes(content) : content, t, await faces());
  if ("where" in made) return refuse("command.draft", { path: file, reason: `${made.where}.` });
  await writeFile(path, made);
  out.data({ path, bytes: made.length, kind, language: t.language });
  out.line(t("documents.made", { name: path }));
}

// A number of bags stands for as many new codes, each drawn at random.
function withCodes(content: unknown): unknown {
  if (typeof content !== "object" || content === null || !("count" in content)) return content;
  const { count, ...rest } = content;
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > 1_000) return content;
  return { ...rest, codes: codesFrom(randomBytes(count * 8), count) };
}
