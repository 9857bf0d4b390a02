import fontkit from "@cantoo/fontkit";
import { PDFDocument, type PDFFont, type PDFPage, rgb } from "@cantoo/pdf-lib";

/** The same letters twice, plain and bold, each as files for parts of Unicode in the order in which they are asked. */
export type Faces = { readonly plain: readonly Uint8Array[]; readonly bold: readonly Uint8Array[] };

/** The parts of the letters' files, in the order in which they are asked: most words need the first two. */
export const faceParts = ["latin", "cyrillic", "latin-ext"] as const;

type Face = { readonly fonts: readonly PDFFont[]; readonly has: readonly ReadonlySet<number>[] };
export type Size = readonly [width: number, height: number];

export const a4: Size = [595.28, 841.89];
/** The card of Annex IV is 15 by 10.5 centimetres. */
export const card: Size = [425.2, 297.64];

export type Style = { readonly size: number; readonly isBold?: boolean; readonly isSoft?: boolean };
/** A text in a column of its own, so far from the margin. */
export type Cell = {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly style: Style;
};
const ink = rgb(0.1, 0.12, 0.12);
const soft = rgb(0.33, 0.35, 0.33);
const line = rgb(0.72, 0.7, 0.66);
const wash = rgb(0.92, 0.93, 0.91);

export type Point = readonly [x: number, y: number];
/** Draws lines on paper; no ground and no borders lie below. */
export type Pen = {
  readonly ring: (corners: readonly Point[], dash: readonly number[]) => void;
  readonly line: (from: Point, to: Point) => void;
  /** Fills an SVG path: with ink, or with the paper's own white below words that would be crossed by lines. */
  readonly fill: (path: string, ground?: "ink" | "white") => void;
  readonly text: (words: string, at: Point, style: Style) => void;
};

/** A paper that is being written, from the top of a page down. Its bytes depend on nothing but what is written. */
export class Paper {
  readonly #document: PDFDocument;
  readonly #plain: Face;
  readonly #bold: Face;
  readonly #size: Size;
  readonly #margin: number;
  #page: PDFPage;
  /** Where the next line goes, in points from the lower edge. */
  y: number;
  /** Called on each page but the first. */
  onPage: () => void = () => {};

  private constructor(document: PDFDocument, plain: Face, bold: Face, size: Size, margin: number) {
    this.#document = document;
    this.#plain = plain;
    this.#bold = bold;
    this.#size = size;
    this.#margin = margin;
    this.#page = document.addPage([...size]);
    this.y = size[1] - margin;
  }

  /** `on` is a civil date: the file says that it was made then. */
  static async begin(faces: Faces, title: string, language: string, on: string, size: Size): Promise<Paper> {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(fontkit);
    const at = new Date(`${on}T00:00:00Z`);
    document.setTitle(title, { showInWindowTitleBar: true });
    document.setLanguage(language);
    document.setProducer("Parley");
    document.setCreator("Parley");
    document.setCreationDate(at);
    document.setModificationDate(at);
    const plain = await faceOf(document, faces.plain, "Plain");
    const bold = await faceOf(document, faces.bold, "Bold");
    return new Paper(document, plain, bold, size, size === card ? 22 : 56);
  }

  get width(): number {
    return this.#size[0] - 2 * this.#margin;
  }

  /** Room below, so that what belongs together stands on one page. */
  need(points: number): void {
    if (this.y - points < this.#margin + 14) this.turn();
  }

  turn(): void {
    this.#page = this.#document.addPage([...this.#size]);
    this.y = this.#size[1] - this.#margin;
    this.onPage();
  }

  /** Writes a text in lines as wide as `width`, from `x` to the right of the margin; goes on below it. */
  write(text: string, style: Style, x = 0, width = this.width - x): void {
    for (const words of this.linesOf(text, style, width)) {
      this.need(style.size * 1.35);
      this.y -= style.size * 1.35;
      this.#draw(words, style, this.#margin + x, this.y + style.size * 0.3);
    }
  }

  /** Texts beside each other, each in a column of its own; goes on below the longest. A row is never torn. */
  row(cells: readonly Cell[]): void {
    const height = this.rowHeight(cells);
    this.need(height);
    const top = this.y;
    for (const { text, x, width, style } of cells) {
      this.y = top;
      for (const words of this.linesOf(text, style, width)) {
        this.y -= style.size * 1.35;
        this.#draw(words, style, this.#margin + x, this.y + style.size * 0.3);
      }
    }
    this.y = top - height;
  }

  rowHeight(cells: readonly Cell[]): number {
    return Math.max(
      ...cells.map(({ text, style, width }) => this.linesOf(text, style, width).length * style.size * 1.35),
    );
  }

  rule(): void {
    this.y -= 4;
    const from = { x: this.#margin, y: this.y };
    this.#page.drawLine({
      start: from,
      end: { x: this.#margin + this.width, y: this.y },
      thickness: 0.5,
      color: line,
    });
    this.y -= 3;
  }

  /**
   * A drawing in a box as wide as the text and so high; `draw` is given a pen whose points lie to the right of the
   * box's left edge, so far from the margin, and below its upper one.
   */
  drawing(height: number, draw: (pen: Pen) => void, x = 0): void {
    this.need(height);
    const [left, top] = [this.#margin + x, this.y];
    const place = ([x, y]: readonly [number, number]) => ({ x: left + x, y: top - y });
    draw({
      ring: (corners, dash) => {
        const path = corners.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join(" ");
        this.#page.drawSvgPath(`${path} Z`, {
          x: left,
          y: top,
          borderColor: ink,
          borderWidth: 1,
          color: wash,
          ...(dash.length > 0 ? { borderDashArray: [...dash] } : {}),
        });
      },
      line: (from, to) =>
        this.#page.drawLine({ start: place(from), end: place(to), thickness: 0.8, color: ink }),
      fill: (path, ground = "ink") =>
        this.#page.drawSvgPath(path, { x: left, y: top, color: ground === "ink" ? ink : rgb(1, 1, 1) }),
      text: (words, at, style) => {
        const { x, y } = place(at);
        this.#draw(words, style, x, y);
      },
    });
    this.y = top - height;
  }

  space(points: number): void {
    this.y -= points;
  }

  /** Numbers the pages and makes the file. */
  async finish(footer: (n: number, of: number) => string): Promise<Uint8Array> {
    const pages = this.#document.getPages();
    for (const [i, page] of pages.entries()) {
      this.#page = page;
      this.#draw(footer(i + 1, pages.length), { size: 7.5, isSoft: true }, this.#margin, this.#margin / 2);
    }
    return this.#document.save({ useObjectStreams: false });
  }

  linesOf(text: string, style: Style, width: number): readonly string[] {
    // letters as one sign each: the files have й, and no sign to put above и
    return text
      .normalize("NFC")
      .split("\n")
      .flatMap((paragraph) => this.#wrapped(paragraph, style, width));
  }

  #wrapped(paragraph: string, style: Style, width: number): readonly string[] {
    const lines: string[] = [];
    let held = "";
    for (const word of paragraph.split(" ").flatMap((one) => this.#pieces(one, style, width))) {
      const longer = held === "" ? word : `${held} ${word}`;
      if (held !== "" && this.widthOf(longer, style) > width) {
        lines.push(held);
        held = word;
      } else held = longer;
    }
    return [...lines, held];
  }

  // A word wider than its column is broken after a hyphen or a stroke; only a part that is still too wide, where it must be.
  #pieces(word: string, style: Style, width: number): readonly string[] {
    if (this.widthOf(word, style) <= width) return [word];
    const parts = word
      .split(/(?<=[-–/])/)
      .flatMap((part) => (this.widthOf(part, style) <= width ? [part] : [...part]));
    const pieces: string[] = [];
    let held = "";
    for (const part of parts) {
      if (held !== "" && this.widthOf(held + part, style) > width) {
        pieces.push(held);
        held = "";
      }
      held += part;
    }
    return [...pieces, held];
  }

  widthOf(text: string, style: Style): number {
    return this.#runs(text, style).reduce(
      (sum, run) => sum + run.font.widthOfTextAtSize(run.text, style.size),
      0,
    );
  }

  #draw(text: string, style: Style, x: number, y: number): void {
    let at = x;
    for (const { text: run, font } of this.#runs(text, style)) {
      this.#page.drawText(run, { x: at, y, size: style.size, font, color: style.isSoft ? soft : ink });
      at += font.widthOfTextAtSize(run, style.size);
    }
  }

  // Each letter by the first file that has it; a letter that none has is shown as a question mark in brackets.
  #runs(text: string, { isBold }: Style): readonly { readonly text: string; readonly font: PDFFont }[] {
    const { fonts, has } = isBold ? this.#bold : this.#plain;
    const runs: { text: string; font: PDFFont }[] = [];
    for (const letter of text) {
      const code = letter.codePointAt(0) ?? 0;
      const last = runs.at(-1);
      // a run goes on as long as its file has the letters, so that words are copied whole
      const goesOn = last !== undefined && has[fonts.indexOf(last.font)]?.has(code);
      const found = goesOn ? fonts.indexOf(last.font) : has.findIndex((one) => one.has(code));
      const font = fonts[found === -1 ? 0 : found];
      if (!font) throw new Error("A face has no font.");
      const shown = found === -1 ? "[?]" : letter;
      if (last?.font === font) last.text += shown;
      else runs.push({ text: shown, font });
    }
    return runs;
  }
}

// Named by us: a name drawn at random would make other bytes each time.
async function faceOf(document: PDFDocument, files: readonly Uint8Array[], name: string): Promise<Face> {
  const fonts: PDFFont[] = [];
  for (const [i, file] of files.entries())
    fonts.push(await document.embedFont(file, { subset: true, customName: `Parley${name}${i}` }));
  return { fonts, has: fonts.map((font) => new Set(font.getCharacterSet())) };
}
