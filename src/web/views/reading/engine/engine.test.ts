import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestText } from "#reader";
import { zipped } from "../../../testing/zipped.ts";
import { answered } from "./answered.ts";
import type { FromReader } from "./protocol.ts";

const open = (name: string, bytes: Uint8Array) => answered({ kind: "open", name, bytes });
const codeOf = (answer: FromReader) => (answer.kind === "refused" ? answer.problem.code : answer.kind);
const read = (text: string, language = "en") =>
  answered({
    kind: "read",
    name: "report.txt",
    text,
    language,
    reportDate: "2025-07-23",
    host: "host",
    parties: [
      { id: "party-a", name: "Northbank" },
      { id: "party-b", name: "Southbank" },
    ],
  });

const docx = (xml: string) => zipped("word/document.xml", new TextEncoder().encode(xml));

describe("texts as they are handed in", () => {
  it("[DK7] are read from plain text, Word and PDF", async () => {
    const plain = await open("r.txt", new TextEncoder().encode("Талks? “Yes,” she said.\n"));
    expect(plain).toEqual({ kind: "opened", text: "Талks? “Yes,” she said.\n" });
    const word = await open(
      "r.docx",
      docx(
        '<w:document><w:body><w:p><w:r><w:t>One &amp; two</w:t><w:tab/><w:t xml:space="preserve"> &#x43F;</w:t>' +
          "<w:delText>gone</w:delText></w:r></w:p><w:p><w:r><w:t>Three</w:t></w:r></w:p></w:body></w:document>",
      ),
    );
    expect(word).toEqual({ kind: "opened", text: "One & two\t п\n\nThree" });
    const paper = await PDFDocument.create();
    const font = await paper.embedFont(StandardFonts.Helvetica);
    for (const line of ["The sides met.", "They will meet again."])
      paper.addPage().drawText(line, { font, size: 12, x: 50, y: 500 });
    const pdf = await open("r.pdf", await paper.save());
    expect(pdf).toEqual({ kind: "opened", text: "The sides met.\n\nThey will meet again." });
  });

  it("[DK9] are their very characters where they are a page of HTML, or a Word file that has one in it", async () => {
    const page = "<html><script>run()</script><p onclick='run()'>They met.</p></html>";
    expect(await open("r.html", new TextEncoder().encode(page))).toEqual({ kind: "opened", text: page });
    const escaped = page.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const word = await open("r.docx", docx(`<w:p><w:r><w:t>${escaped}</w:t></w:r></w:p>`));
    expect(word).toEqual({ kind: "opened", text: page });
    // entities that a document type makes of one another stay as they stand
    const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:p><w:t>&b;</w:t></w:p>';
    expect(await open("r.docx", docx(laughs))).toEqual({ kind: "opened", text: "&b;" });
  });

  it("[DK8] are refused with a code where they are no text, damaged, too long, or unpack to too much", async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const bomb = zipped("word/document.xml", new Uint8Array(60_000_000));
    expect(bomb.length).toBeLessThan(200_000);
    for (const [code, name, file] of [
      ["reader.not_text", "bytes.txt", Uint8Array.of(0xff, 0xfe, 0)],
      ["reader.not_text", "zero.txt", bytes("a\0b")],
      ["reader.not_text", "empty.txt", bytes(" \n")],
      ["reader.not_text", "other.docx", zipped("other.xml", bytes("x"))],
      ["reader.not_text", "cut.docx", docx("<w:t>x</w:t>").subarray(0, 60)],
      ["reader.not_text", "cut.pdf", bytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog")],
      ["reader.unpacks_too_large", "bomb.docx", bomb],
      ["reader.too_long", "long.txt", bytes("The talks go on. ".repeat(300_000))],
    ] as const)
      expect([name, codeOf(await open(name, file))]).toEqual([name, code]);
    expect(codeOf(await read("x".repeat(longestText + 1)))).toBe("reader.too_long");
    expect(codeOf(await read("x", "xx"))).toBe("reader.language");
  });

  it("[DK8] never make the opening fail otherwise than by a refusal, whatever the bytes", async () => {
    const starts = ["PK\u0003\u0004", "%PDF-1.4\n", "", "\u00ef\u00bb\u00bf"];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        const answer = await open("x", new Uint8Array([...Buffer.from(start, "latin1"), ...rest]));
        expect(["opened", "refused"]).toContain(answer.kind);
      }),
      { numRuns: 200 },
    );
  });

  it("[DK5] are named by the SHA-256 of their UTF-8", async () => {
    const answer = await read("abc");
    expect(answer.kind === "read" && answer.digest).toBe("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  });
});
