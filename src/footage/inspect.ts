import { refuse } from "#base";
import { type Credentials, credentialsIn } from "./credentials.ts";
import { type IsoBox, isoBoxes } from "./iso-boxes.ts";
import { hasWebmTags } from "./webm-tags.ts";

/** At most this long: the host keeps nothing longer. */
export const mostBytes = 60 * 1_024 * 1_024;

export type Inspected = {
  readonly mediaType: "video/mp4" | "video/webm";
  readonly credentials: Credentials;
  /** Whether it carries texts or data beside picture and sound: titles, places, devices, dates. */
  readonly hasMetadata: boolean;
};

/** What a file is by its own bytes, whatever its name says. Pictures of other kinds are refused. */
export function inspectFootage(bytes: Uint8Array): Inspected {
  if (bytes.length > mostBytes) refuse("footage.too_large", { bytes: bytes.length, most: mostBytes });
  if (bytes.length === 0) refuse("footage.unreadable", { reason: "The file is empty." });
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3]))
    return {
      mediaType: "video/webm",
      credentials: { found: "no_credentials" },
      hasMetadata: hasWebmTags(bytes),
    };
  if (!startsWith(bytes.subarray(4), [0x66, 0x74, 0x79, 0x70]))
    refuse("footage.unreadable", { reason: "It is neither MP4 nor WebM." });
  const boxes = isoBoxes(bytes);
  const movie = boxes.find(({ type }) => type === "moov");
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
