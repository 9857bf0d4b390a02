import { readFileSync, writeFileSync } from "node:fs";
import wabt from "wabt";

const folder = `${import.meta.dirname}/../src/plan/truce/bound/`;

/** The bytes of the program that `lanes.wat` is. */
export async function lanesProgram(): Promise<string> {
  const { parseWat } = await wabt();
  const program = parseWat("lanes.wat", readFileSync(`${folder}lanes.wat`, "utf8"), { simd: true });
  program.validate();
  return Buffer.from(program.toBinary({}).buffer).toString("base64");
}

if (import.meta.main)
  writeFileSync(
    `${folder}lanes-program.ts`,
    `/** \`lanes.wat\`, by \`npx node scripts/lanes.ts\`. */\nexport const lanesProgram =\n  "${await lanesProgram()}";\n`,
  );
