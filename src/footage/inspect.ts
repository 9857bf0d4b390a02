import { refuse } from "#base";
import { type Credentials, credentialsIn, credentialsOf } from "./credentials.ts";
import { type IsoBox, isoBoxes } from "./iso-boxes.ts";
import { isJpegMetadata, jpegStore, readJpeg } from "./jpeg.ts";
import { isPngMetadata, readPng } from "./png.ts";
import { hasWebmTags } from "./webm-tags.ts";

/** At most this long: the host keeps nothing longer. */
export const mostBytes = 60 * 1_024 * 1_024;

export type Inspected = {
  readonly mediaType: "video/mp4" | "video/webm" | "image/jpeg" | "image/png";
  readonly credentials: Credentials;
  /** Whether it carries texts or data beside picture and sound: titles, places, devices, dates, small copies. */
  readonly hasMetadata: boolean;
};

/** Whether footage is a picture that does not move. */
export function isStill(mediaType: string): boolean {
  return mediaType.startsWith("image/");
}

/** What a file is by its own bytes, whatever its name says. Files of other kinds are refused. */
export function inspectFootage(bytes: Uint8Array): Inspected {
  if (bytes.length > mostBytes) refuse("footage.too_large", { bytes: bytes.length, most: mostBytes });
  return inspectParts(bytes);
}

/** As inspectFootage, of a file of any length from which what is drawn may have been left out. */
export function inspectParts(bytes: Uint8Array): Inspected {
  if (bytes.length === 0) refuse("footage.unreadable", { reason: "The file is empty." });
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return inspectJpeg(bytes);
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return inspectPng(bytes);
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3]))
    return {
      mediaType: "video/webm",
      credentials: { found: "no_credentials" },
      hasMetadata: hasWebmTags(bytes),
    };
  if (!startsWith(bytes.subarray(4), [0x66, 0x74, 0x79, 0x70]))
    refuse("footage.unreadable", { reason: "It is neither MP4, WebM, JPEG nor PNG." });
  return inspectMovie(isoBoxes(bytes));
}

function inspectJpeg(bytes: Uint8Array): Inspected {
  const { segments, after } = readJpeg(bytes);
  return {
    mediaType: "image/jpeg",
    credentials: credentialsOf(jpegStore(segments)),
    hasMetadata: after > 0 || segments.some(isJpegMetadata),
  };
}

function inspectPng(bytes: Uint8Array): Inspected {
  const { chunks, after } = readPng(bytes);
  return {
    mediaType: "image/png",
    credentials: credentialsOf(chunks.find(({ type }) => type === "caBX")?.content),
    hasMetadata: after > 0 || chunks.some(isPngMetadata),
  };
}

function inspectMovie(boxes: readonly IsoBox[]): Inspected {
  const movie = boxes.find(({ type }) => type === "moov");
  if (!movie && boxes.some(({ type }) => type === "meta"))
    refuse("footage.unreadable", {
      reason: "It is a picture in HEIC or AVIF: keep it as JPEG or PNG first, as it is.",
    });
  if (!movie) refuse("footage.unreadable", { reason: "It is cut off: it has no index of what it shows." });
  return {
    mediaType: "video/mp4",
    credentials: credentialsIn(boxes),
    hasMetadata: boxes.some(isMetadata) || isoBoxes(movie.content).some(isMetadata),
  };
}

// Programs write an empty list of texts where they have none to write.
function isMetadata({ type, content }: IsoBox): boolean {
  if (type === "udta") return isoBoxes(content).some(isMetadataOfUser);
  return type === "meta" || type === "uuid";
}

function isMetadataOfUser({ type, content }: IsoBox): boolean {
  if (type !== "meta") return true;
  return isoBoxes(content.subarray(4)).some((one) => one.type !== "hdlr" && one.content.length > 0);
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, i) => bytes[i] === byte);
}
