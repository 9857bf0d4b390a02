/** Files made by hand, box by box: no picture is in them. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const text = (words: string) => new TextEncoder().encode(words);

export function box(type: string, ...content: readonly Uint8Array[]): Uint8Array {
  const inside = joined(...content);
  const head = new Uint8Array(8);
  new DataView(head.buffer).setUint32(0, 8 + inside.length);
  head.set(text(type), 4);
  return joined(head, inside);
}

/** The least that reads as MP4. */
export function movie(): Uint8Array {
  return joined(
    box("ftyp", text("isom")),
    box("moov", box("mvhd", new Uint8Array(20))),
    box("mdat", text("…")),
  );
}

/** A map of texts, lists and maps as CBOR. */
export function claimOf(value: unknown): Uint8Array {
  if (typeof value === "string") return joined(Uint8Array.of(0x78, text(value).length), text(value));
  if (Array.isArray(value)) return joined(Uint8Array.of(0x80 + value.length), ...value.map(claimOf));
  const pairs = Object.entries(value as object); // a map, by the doc
  return joined(Uint8Array.of(0xa0 + pairs.length), ...pairs.flatMap((pair) => pair.map(claimOf)));
}

const superbox = (label: string, ...children: readonly Uint8Array[]) =>
  box("jumb", box("jumd", new Uint8Array(16), Uint8Array.of(3), text(label), Uint8Array.of(0)), ...children);

/** A manifest store with one claim, in its box. */
export function storeOf(claim: Uint8Array): Uint8Array {
  const type = Uint8Array.from("d8fec3d61b0e483c92975828877ec481".match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
  const store = superbox("c2pa", superbox("urn:c2pa:one", superbox("c2pa.claim.v2", box("cbor", claim))));
  return box("uuid", type, new Uint8Array(4), text("manifest"), new Uint8Array(9), store);
}

/** A segment of a JPEG file. */
export function jpegSegment(marker: number, ...content: readonly Uint8Array[]): Uint8Array {
  const inside = joined(...content);
  return joined(Uint8Array.of(0xff, marker, (inside.length + 2) >> 8, (inside.length + 2) & 255), inside);
}

/** Exif that says how a picture is turned, and nothing else. */
export function turnedBy(orientation: number): Uint8Array {
  const directory = Uint8Array.of(0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0);
  return joined(text("Exif\0\0MM"), Uint8Array.of(0, 42, 0, 0, 0, 8), directory);
}

/** A chunk of a PNG file, with a sum that no reader of texts asks for. */
export function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, content.length);
  return joined(length, text(type), content, new Uint8Array(4));
}
