import { writeFile } from "node:fs/promises";
import { isMessageKey, type Translate } from "#i18n";
import { explainer, idOf, type Link, type Prepared } from "#match";
import type { Table } from "#sheets";
import { csvLine } from "./csv-line.ts";

const likelyEnough = 0.1;

/**
 * Writes beside the links why each of them may be one person: a line for each thing compared, with its weight in bits, then
 * the rivals of the link and the keys that brought the two together. Answers the name of the file.
 */
export async function writeExplanations(
  links: string,
  prepared: Prepared,
  tables: readonly Table[],
  all: readonly Link[],
  t: Translate,
): Promise<string> {
  const file = `${links.replace(/\.csv$/i, "")}.explained.csv`;
  const explain = explainer(prepared, tables);
  const say = (key: string, plain: string) => (isMessageKey(key) ? t(key) : plain);
  const id = (row: number) => idOf(prepared, tables, row);
  const rivals = new Map<number, Link[]>();
  for (const link of all)
    for (const row of [link.a, link.b]) rivals.set(row, [...(rivals.get(row) ?? []), link]);
  const lines = [
    csvLine(["left_id", "right_id", "probability", "field", "left", "right", "likeness", "bits"]),
  ];
  for (const link of all) {
    if (link.probability < likelyEnough) continue;
    const { reasons, rarityBits, othersBits, priorBits, keys } = explain(link.a, link.b);
    const head = [id(link.a), id(link.b), link.probability.toFixed(6)];
    const add = (...cells: readonly string[]) => lines.push(csvLine([...head, ...cells]));
    for (const { fields, bits } of reasons)
      fields.forEach(({ field, left, right, level, readings }, i) => {
        const heard = readings && level !== "missing" ? ` (${readings.join(" ~ ")})` : "";
        add(
          say(`match.role.${field}`, field),
          left,
          right,
          `${say(`match.level.${level}`, level)}${heard}`,
          i === 0 ? bits.toFixed(1) : "",
        );
      });
    add(t("match.why.rarity"), "", "", "", rarityBits.toFixed(1));
    add(t("match.why.others"), "", "", "", othersBits.toFixed(1));
    add(t("match.why.prior"), "", "", "", priorBits.toFixed(1));
    const others = [link.a, link.b].map((row) =>
      (rivals.get(row) ?? [])
        .filter((one) => one !== link)
        .map((one) => `${id(one.a === row ? one.b : one.a)} ${one.probability.toFixed(2)}`),
    );
    add(t("match.why.rivals"), others[0]?.join("; ") ?? "", others[1]?.join("; ") ?? "", "", "");
    add(t("match.why.keys"), "", "", keys.map((parts) => parts.join("+")).join("; "), "");
  }
  await writeFile(file, `\uFEFF${lines.join("\n")}\n`);
  return file;
}
