import { getDocumentProxy } from "unpdf";

const mostPages = 300;

/** The text of a PDF page by page, its lines kept; stops once more has come than any report has. Nothing in it is run. */
export async function pdfText(bytes: Uint8Array, most: number): Promise<string> {
  const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  try {
    const pages: string[] = [];
    let length = 0;
    for (let n = 1; n <= Math.min(pdf.numPages, mostPages) && length <= most; n++) {
      const { items } = await (await pdf.getPage(n)).getTextContent();
      const page = items.map((one) => ("str" in one ? `${one.str}${one.hasEOL ? "\n" : ""}` : "")).join("");
      pages.push(page.trim());
      length += page.length;
    }
    return pages.join("\n\n");
  } finally {
    await pdf.cleanup();
  }
}
