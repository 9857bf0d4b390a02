import { refuse } from "#base";
import type { Example } from "../../examples/example.ts";

const examples: { readonly [name: string]: () => Promise<Example> } = {
  "istanbul-2025": async () => (await import("../../examples/istanbul-2025/index.ts")).istanbul,
  "exchange-1200": async () => (await import("../../examples/exchange-1200/index.ts")).exchange1200(),
  "truce-36": async () => (await import("../../examples/truce-36/index.ts")).truce36(),
};

/** The names by which an example is asked for; the first is built where none is named. */
export const exampleNames = Object.keys(examples);

/** An example by its name; loaded when it is asked for. */
export function exampleNamed(name = exampleNames[0] ?? ""): Promise<Example> {
  const load = Object.hasOwn(examples, name) ? examples[name] : undefined;
  if (load) return load();
  return refuse("command.usage", {
    reason: `"${name}" is no example. Examples: ${exampleNames.join(", ")}.`,
  });
}
