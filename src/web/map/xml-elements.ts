export type XmlElement = { readonly at: number; readonly attributes: string; readonly inner: string };

/**
 * Elements of one name in the order of a text, found by their tags: a page that trusts no text as a document reads it so, and
 * expands nothing. One that does not end goes to the end of the text. O(text), whatever stands in it.
 */
export function* elements(text: string, name: string): Generator<XmlElement> {
  const open = `<${name}`;
  for (let at = text.indexOf(open); at >= 0; ) {
    const after = at + open.length;
    const begin = text.indexOf(">", after);
    if (begin < 0) return;
    if (!/[\s>/]/.test(text[after] ?? "") || text[begin - 1] === "/") {
      at = text.indexOf(open, after); // another name, or an empty element
      continue;
    }
    const end = text.indexOf(`</${name}>`, begin);
    yield {
      at,
      attributes: text.slice(after, begin),
      inner: text.slice(begin + 1, end < 0 ? text.length : end),
    };
    if (end < 0) return;
    at = text.indexOf(open, end);
  }
}

/** A document type could bring entities that grow without end; no file that is read needs one. */
export function hasDocumentType(text: string): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(text);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of an element: the five entities of XML itself, and sections of bare characters. */
export function plainText(inner: string): string {
  const bare = inner.replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1").trim();
  return bare.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
