import { ProblemError, refuse } from "#base";
import { languages, longestText, read, readPointed } from "#reader";
import type { FromReader, ToReader } from "./protocol.ts";
import { textOf } from "./text-of.ts";

/** What the reader answers to one message: the text of a file, a draft, or what it refuses. */
export async function answered(asked: ToReader): Promise<FromReader> {
  try {
    if (asked.kind === "open") return { kind: "opened", text: await textOf(asked.name, asked.bytes) };
    const { name, text, language, reportDate, parties, host } = asked;
    if (text.length > longestText)
      refuse("reader.too_long", { path: name, length: text.length, most: longestText });
    const lang = language === "told" ? undefined : language;
    if (lang !== undefined && !languages.includes(lang))
      refuse("reader.language", { known: languages.join(", ") });
    const draft = read(text, { reportDate, lang, process: { parties, host } });
    if (asked.kind === "point") return { kind: "pointed", ...readPointed(text, draft, asked.pointed) };
    return { kind: "read", draft, digest: await digestOf(text) };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: "refused", problem: error.problem };
    throw error;
  }
}

async function digestOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...hash));
}
