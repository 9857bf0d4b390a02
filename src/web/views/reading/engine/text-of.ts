import { refuse } from "#base";
import { longestText } from "#reader";
import { isZip, UnpacksTooLarge } from "#sheets";
import { docxText } from "./docx.ts";

/** A file with a report is at most this long; longer ones are not opened. */
const longestFile = 50_000_000;

/** The text of a file: plain text in UTF-8, PDF or DOCX. What reads a PDF is loaded with the first one. */
export async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  if (bytes.length > longestFile)
    refuse("reader.too_long", { path: name, length: bytes.length, most: longestText });
  const text = await textIn(name, bytes);
  if (text.trim() === "")
    refuse("reader.not_text", { path: name, reason: "no text was found in it; it may be a picture." });
  if (text.length > longestText)
    refuse("reader.too_long", { path: name, length: text.length, most: longestText });
  return text;
}

async function textIn(name: string, bytes: Uint8Array): Promise<string> {
  if (isZip(bytes)) return fromDocx(name, bytes);
  if (isPdf(bytes)) return fromPdf(name, bytes);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("reader.not_text", { path: name, reason: "it is not written in UTF-8." });
  }
  if (text.includes("\0")) refuse("reader.not_text", { path: name, reason: "it has zero bytes in it." });
  return text;
}

/** No report unpacks to more than this. */
const mostUnpacked = 20_000_000;

async function fromDocx(name: string, bytes: Uint8Array): Promise<string> {
  try {
    return await docxText(bytes, mostUnpacked);
  } catch (error) {
    if (error instanceof UnpacksTooLarge)
      return refuse("reader.unpacks_too_large", { path: name, most: mostUnpacked });
    return refuse("reader.not_text", { path: name, reason: "it is a damaged Word file, or none." });
  }
}

async function fromPdf(name: string, bytes: Uint8Array): Promise<string> {
  const { pdfText } = await import("./pdf.ts");
  try {
    return await pdfText(bytes, longestText);
  } catch {
    return refuse("reader.not_text", { path: name, reason: "it is a damaged or protected PDF file." });
  }
}

// "%PDF-" stands within the first kilobyte (ISO 32000-1, annex H.3.4.1).
function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1_024)).includes("%PDF-");
}
