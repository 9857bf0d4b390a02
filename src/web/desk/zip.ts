/** One file of an archive: its path with slashes, and its content. */
export type Packed = { readonly path: string; readonly content: Uint8Array };

const localHead = 0x04034b50;
const centralHead = 0x02014b50;
const endHead = 0x06054b50;
const end64Head = 0x06064b50;
const locator64Head = 0x07064b50;
const most16 = 0xffff;
const most32 = 0xffffffff;
/** The earliest day that the format knows, 1 January 1980: the bytes depend on the files alone. */
const firstDay = (1 << 5) | 1;
const utf8Names = 0x0800;

/**
 * A ZIP archive in the order of the files, none of them compressed (APPNOTE 6.3.3; ZIP64 where there are more than
 * 65,535 files). Answers its parts: a Blob holds them without copying them together.
 */
export async function zipOf(
  files: AsyncIterable<Packed> | Iterable<Packed>,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const central: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for await (const { path, content } of files) {
    const name = new TextEncoder().encode(path);
    const about = { name, crc: crc32(content), size: content.length };
    const head = headOf(localHead, about);
    central.push(centralOf(about, offset));
    parts.push(head, new Uint8Array(content));
    offset += head.length + content.length;
    if (offset > most32) throw new Error("An archive of more than 4 GiB cannot be written here.");
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  return [...parts, ...central, endOf(central.length, size, offset)];
}

type About = { readonly name: Uint8Array; readonly crc: number; readonly size: number };

// Signature, version, flags, method, time, day, CRC, both sizes, name's length, no extra field.
function headOf(signature: number, { name, crc, size }: About): Uint8Array<ArrayBuffer> {
  const head = fields(
    [4, signature],
    [2, 20],
    [2, utf8Names],
    [2, 0],
    [2, 0],
    [2, firstDay],
    [4, crc],
    [4, size],
    [4, size],
    [2, name.length],
    [2, 0],
  );
  return joined(head, name);
}

function centralOf({ name, crc, size }: About, offset: number): Uint8Array<ArrayBuffer> {
  const before = fields(
    [4, centralHead],
    [2, 20],
    [2, 20],
    [2, utf8Names],
    [2, 0],
    [2, 0],
    [2, firstDay],
    [4, crc],
    [4, size],
    [4, size],
  );
  const after = fields([2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
  return joined(joined(before, after), name);
}

function endOf(count: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  const few = Math.min(count, most16);
  const end = fields([4, endHead], [2, 0], [2, 0], [2, few], [2, few], [4, size], [4, offset], [2, 0]);
  if (count < most16) return end;
  const end64 = fields(
    [4, end64Head],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, offset],
  );
  const locator = fields([4, locator64Head], [4, 0], [8, offset + size], [4, 1]);
  return joined(joined(end64, locator), end);
}

// Little-endian numbers, each with its width in bytes.
function fields(...values: readonly (readonly [width: number, value: number])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(values.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of values) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  return bytes;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

// CRC-32 as ISO 3309 has it; the format asks for it, and nothing here relies on it.
function crc32(bytes: Uint8Array): number {
  let crc = most32;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ most32) >>> 0;
}
