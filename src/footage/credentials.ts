import { ProblemError } from "#base";
import { type Cbor, readCbor } from "./cbor.ts";
import { type IsoBox, isoBoxes } from "./iso-boxes.ts";

/** Content Credentials of a file, as it states them itself. Nobody has checked their signature. */
export type Credentials = {
  readonly found: "no_credentials" | "credentials_present" | "credentials_unreadable";
  /** The program that made the claim, by its own words; one line, cut to 200 characters. */
  readonly generator?: string;
};

// C2PA 2.1, A.5.1: the user type of the box that holds a manifest store
const c2paType = "d8fec3d61b0e483c92975828877ec481";

/** C2PA in the boxes of a file: whether a manifest store is there, and which program its claim names. */
export function credentialsIn(boxes: readonly IsoBox[]): Credentials {
  const holder = boxes.find(
    ({ type, content }) => type === "uuid" && hex(content.subarray(0, 16)) === c2paType,
  );
  if (!holder) return { found: "no_credentials" };
  // A full box: version and flags, a purpose that ends in a zero, an offset; then the store.
  const content = holder.content.subarray(16);
  const end = content.indexOf(0, 4);
  return end < 0 || end > 64
    ? { found: "credentials_unreadable" }
    : credentialsOf(content.subarray(end + 1 + 8));
}

/** What a manifest store states, wherever it stands in a file; without one there are none. */
export function credentialsOf(store: Uint8Array | undefined): Credentials {
  if (!store) return { found: "no_credentials" };
  const claims = claimsIn(store);
  if (claims === undefined) return { found: "credentials_unreadable" };
  const generator = generatorOf(claims.at(-1)); // the last manifest is the active one
  return { found: "credentials_present", ...(generator === undefined ? {} : { generator }) };
}

// A store as JUMBF (ISO/IEC 19566-5): its manifests, and the claim of each.
function claimsIn(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  try {
    return isoBoxes(bytes).flatMap((store) =>
      jumbf(store).children.flatMap((manifest) =>
        jumbf(manifest)
          .children.map(jumbf)
          .filter(({ label }) => label.startsWith("c2pa.claim"))
          .flatMap(({ children }) => children.filter(({ type }) => type === "cbor"))
          .map(({ content: claim }) => claim),
      ),
    );
  } catch (error) {
    if (error instanceof ProblemError) return undefined; // its boxes do not fit each other
    throw error;
  }
}

function jumbf({ type, content }: IsoBox): { readonly label: string; readonly children: readonly IsoBox[] } {
  if (type !== "jumb") return { label: "", children: [] };
  const [described, ...children] = isoBoxes(content);
  if (described?.type !== "jumd") return { label: "", children: [] };
  const text = described.content.subarray(17);
  const end = text.indexOf(0);
  return { label: new TextDecoder().decode(end < 0 ? text : text.subarray(0, end)), children };
}

function generatorOf(claim: Uint8Array | undefined): string | undefined {
  const said = claim && readCbor(claim);
  if (said === undefined || typeof said === "string" || isList(said)) return undefined;
  const info = said.claim_generator_info;
  const first = info !== undefined && isList(info) ? info[0] : info;
  const name = first !== undefined && typeof first !== "string" && !isList(first) ? first.name : undefined;
  const text = typeof name === "string" ? name : said.claim_generator;
  const line = typeof text === "string" ? plainLine(text) : "";
  return line === "" ? undefined : line;
}

function isList(value: Cbor): value is readonly Cbor[] {
  return Array.isArray(value);
}

/** A stranger's text as one line without anything unseen. */
function plainLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, 200)
    .toWellFormed()
    .trim();
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
