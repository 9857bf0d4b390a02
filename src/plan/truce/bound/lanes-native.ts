import type { Lanes } from "./lanes.ts";
import { lanesProgram } from "./lanes-program.ts";

type Program = Omit<Lanes, "numbers">;

const page = 65_536;
let compiled: WebAssembly.Module | undefined;

/** The loops with room for so many numbers, four at once by the machine's own instructions (WebAssembly SIMD). */
export function lanesOf(size: number): Lanes {
  compiled ??= new WebAssembly.Module(Buffer.from(lanesProgram, "base64"));
  const memory = new WebAssembly.Memory({ initial: Math.ceil((4 * size) / page) });
  const { exports } = new WebAssembly.Instance(compiled, { bound: { memory } });
  const program = exports as unknown as Program; // what lanes.wat says
  return {
    numbers: new Int32Array(memory.buffer),
    gather: (at, length, list, from) => program.gather(4 * at, 4 * length, 4 * list, 4 * from),
    pick: (at, most, lanes, list, many, worth, cost, loss, least) =>
      program.pick(4 * at, most, 4 * lanes, 4 * list, many, 4 * worth, 4 * cost, 4 * loss, least),
    fill: (at, wide, apart, lanes, list, many, loss, more) =>
      program.fill(4 * at, wide, 4 * apart, 4 * lanes, 4 * list, many, 4 * loss, 4 * more),
    best: (at, length, list, many, from) => program.best(4 * at, 4 * length, 4 * list, many, 4 * from),
    serve: (at, gains, apart, lanes, list, many, least) =>
      program.serve(4 * at, 4 * gains, 4 * apart, 4 * lanes, 4 * list, many, least),
  };
}
