import { zipEntries } from "#sheets";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The paragraphs of a Word file (ECMA-376, WordprocessingML), without what was deleted under tracked changes.
 * Linear in the document; entities of a DTD are not looked at.
 */
export async function docxText(bytes: Uint8Array, most: number): Promise<string> {
  const open = zipEntries(bytes).get("word/document.xml");
  if (!open) throw new Error("The zip has no document of Word in it.");
  const content = await open(most);
  const xml = new TextDecoder("utf-8", { fatal: true }).decode(content);
  const parts: string[] = [];
  for (const [, text, sign, end] of xml.matchAll(
    /<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)\b[^<>]*\/>|(<\/w:p>)/g,
  )) {
    if (text !== undefined) parts.push(plain(text));
    else if (end !== undefined) parts.push("\n\n");
    else parts.push(sign === "tab" ? "\t" : "\n");
  }
  return parts
    .join("")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function plain(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (name !== undefined) return entities[String(name)] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
