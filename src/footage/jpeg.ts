import { refuse } from "#base";

/** One segment of a JPEG file (ISO/IEC 10918-1 B.1.1): its marker's second byte, and what stands in it. */
export type JpegSegment = { readonly marker: number; readonly content: Uint8Array };

export type Jpeg = {
  readonly segments: readonly JpegSegment[];
  /** Bytes after the end of the picture: a second picture, a video, anything. */
  readonly after: number;
  /** How the picture is to be turned to stand as it is shown, 1 to 8 (Exif 2.3 4.6.4 A). */
  readonly orientation: number;
};

const standalone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The segments of a JPEG file to the end of its picture; one that is cut off or does not fit itself is refused. */
export function readJpeg(bytes: Uint8Array): Jpeg {
  const segments: JpegSegment[] = [];
  const at = (place: number) => bytes[place] ?? broken("it ends early");
  let place = 2;
  let isScanned = false;
  for (;;) {
    if (at(place) !== 0xff) broken(`no segment begins at byte ${place}`);
    while (at(place + 1) === 0xff) place += 1;
    const marker = at(place + 1);
    place += 2;
    if (marker === 0xd9) break;
    if (standalone(marker)) continue;
    const length = at(place) * 256 + at(place + 1);
    if (length < 2 || place + length > bytes.length) broken(`a segment of ${length} bytes is cut off`);
    segments.push({ marker, content: bytes.subarray(place + 2, place + length) });
    place += length;
    if (marker !== 0xda) continue;
    isScanned = true;
    // what is drawn: a 0xff in it is followed by 0, or by a marker that begins it anew
    while (at(place) !== 0xff || at(place + 1) === 0 || (at(place + 1) >= 0xd0 && at(place + 1) <= 0xd7))
      place += 1;
  }
  if (!isScanned || !segments.some(({ marker }) => isFrame(marker))) broken("there is no picture in it");
  const exif = segments.find(({ marker, content }) => marker === 0xe1 && startsWith(content, "Exif\0\0"));
  return {
    segments,
    after: bytes.length - place,
    orientation: exif ? orientationIn(exif.content.subarray(6)) : 1,
  };
}

/** Whether a segment draws nothing: texts, places, devices, small copies of the picture. */
export function isJpegMetadata({ marker, content }: JpegSegment): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  // JFIF's own has no small copy when it is 14 bytes long; Adobe's tells how colours are meant
  if (marker === 0xe0) return !(startsWith(content, "JFIF\0") && content.length === 14);
  return !(marker === 0xee && startsWith(content, "Adobe"));
}

/** Content Credentials in APP11 (ISO/IEC 19566-5 D): the pieces of the first store, put together. */
export function jpegStore(segments: readonly JpegSegment[]): Uint8Array | undefined {
  const pieces = segments.filter(
    ({ marker, content }) => marker === 0xeb && startsWith(content, "JP") && content.length > 16,
  );
  const [first] = pieces;
  if (!first) return undefined;
  const named = (content: Uint8Array) => content[2] === first.content[2] && content[3] === first.content[3];
  const parts = pieces
    .filter(({ content }) => named(content))
    .map(({ content }, n) => content.subarray(n === 0 ? 8 : 16)); // each repeats the box's head
  const store = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    store.set(part, at);
    at += part.length;
  }
  return store;
}

// Tag 0x0112 in the first directory of a TIFF; 1, as it stands, where it is not said or cannot be read.
function orientationIn(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  if (tiff.length < 8) return 1;
  const little = tiff[0] === 0x49;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let n = 0; n < count; n++) {
    const entry = directory + 2 + 12 * n;
    if (entry + 12 > tiff.length) return 1;
    if (view.getUint16(entry, little) !== 0x0112) continue;
    const said = view.getUint16(entry + 8, little);
    return said >= 1 && said <= 8 ? said : 1;
  }
  return 1;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

function broken(what: string): never {
  return refuse("footage.unreadable", { reason: `The picture is cut off or damaged: ${what}.` });
}
