import { type Language, loadScreens } from "#i18n/screens";
import { saveFile } from "../../app/save-file.ts";
import { faceFiles } from "../documents/make.ts";

/** Makes a truce's sheet here and gives it to the reader; what writes PDF is fetched when it is first asked for. */
export async function makeSheet(content: unknown, left: Language, right: Language): Promise<string> {
  const [{ makeTruceSheet }, ours, theirs, faces] = await Promise.all([
    import("#documents"),
    loadScreens(left),
    loadScreens(right),
    faceFiles(),
  ]);
  const made = await makeTruceSheet(content, [ours, theirs], faces);
  if ("where" in made)
    throw new Error(`The sheet of a truce that stands in the record does not fit: ${made.where}.`);
  const name = `truce-${left}-${right}.pdf`;
  saveFile(name, new Blob([new Uint8Array(made)], { type: "application/pdf" }));
  return name;
}
