import type { Strings } from "../compare/edit.ts";
import type { Field } from "../values/field.ts";
import { Numbers } from "./numbers.ts";

/** Keys of the distinct values of one field: for value v those from `starts[v]` to `starts[v + 1]`. A key is a 32-bit hash of what the value says, the same in every run. */
export type Part = {
  readonly name: string;
  readonly cells: Uint32Array;
  readonly starts: Uint32Array;
  readonly keys: Int32Array;
};

/** Mixes a number into a hash (the finaliser of MurmurHash3, Austin Appleby, public domain). */
export function mixed(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Calls `add` with each key of a value; a key that is named twice counts once. */
type KeysOf = (value: number, add: (key: number) => void) => void;

function part(name: string, cells: Uint32Array, values: number, keysOf: KeysOf): Part {
  const starts = new Uint32Array(values + 1);
  const keys = new Numbers();
  const salt = [...name].reduce((hash, letter) => mixed(hash, letter.charCodeAt(0)), 7);
  let start = 0;
  const add = (key: number) => {
    const salted = mixed(salt, key) >>> 0;
    for (let i = start; i < keys.size; i++) if (keys.at(i) === salted) return;
    keys.push(salted);
  };
  for (let value = 0; value < values; value++) {
    start = keys.size;
    starts[value] = start;
    if (value !== 0) keysOf(value, add);
  }
  starts[values] = keys.size;
  return { name, cells, starts, keys: new Int32Array(keys.taken().buffer) };
}

/** The parts that keys are made of, by name; which there are depends on the fields. */
export function partsOf(fields: readonly Field[]): ReadonlyMap<string, Part> {
  const out = new Map<string, Part>();
  const put = (name: string, field: Field, keysOf: KeysOf) =>
    out.set(name, part(name, field.cells, field.classes.length, keysOf));
  for (const field of fields) {
    const { data } = field;
    switch (data.kind) {
      case "name": {
        const { starts, readings, flags, groups, initials, sounds } = data.names;
        // for the first `most` readings of a whole name
        const each = (most: number, keyOf: (reading: number) => number): KeysOf => {
          return (value, add) => {
            if ((flags[value]! & 1) === 1) return;
            const end = Math.min(starts[value + 1]!, starts[value]! + most);
            for (let i = starts[value]!; i < end; i++) add(keyOf(readings[i]!));
          };
        };
        const { ears, skeletons } = sounds;
        const from = (reading: number) => sounds.starts[reading]!;
        const to = (reading: number) => sounds.starts[reading + 1]!;
        if (data.part === 0) {
          put(
            "family",
            field,
            each(allReadings, (one) => spelled(sounds, from(one), to(one))),
          );
          put(
            "family_heard",
            field,
            each(allReadings, (one) => ears[one]!),
          );
          put(
            "family_skeleton",
            field,
            each(allReadings, (one) => skeletons[one]!),
          );
          put(
            "family_begin",
            field,
            each(2, (one) => spelled(sounds, from(one), Math.min(to(one), from(one) + 3))),
          );
          put(
            "family_end",
            field,
            each(2, (one) => spelled(sounds, Math.max(from(one), to(one) - 4), to(one))),
          );
        } else {
          const named: KeysOf = (value, add) => {
            if ((flags[value]! & 1) === 1) return;
            let known = 0;
            for (let i = value * 4; i < value * 4 + 4; i++)
              if (groups[i] !== 0) {
                add(groups[i]!);
                known++;
              }
            each(known > 0 ? 1 : 4, (one) => ears[one]! + 0x10000)(value, add);
          };
          put(data.part === 1 ? "given" : "patronymic", field, named);
          if (data.part === 1)
            put("given_initial", field, (value, add) =>
              add(31 - Math.clz32(initials[value]! & -initials[value]!)),
            );
        }
        break;
      }
      case "birth": {
        const { dates } = data;
        const prefix = field.name === "birth" ? "" : `${field.name}_`;
        const whole = (value: number) => dates.years[value]! !== 0 && dates.days[value]! !== 0;
        const birthday = (value: number) =>
          Math.min(dates.months[value]!, dates.days[value]!) * 100 +
          Math.max(dates.months[value]!, dates.days[value]!);
        put(`${prefix}born`, field, (value, add) => {
          if (whole(value)) add(dates.years[value]! * 1300 + birthday(value));
        });
        put(`${prefix}year`, field, (value, add) => {
          const first = dates.firstYears[value]!;
          const last = dates.lastYears[value]!;
          if (first !== 0 && last - first <= 6) for (let year = first; year <= last; year++) add(year);
        });
        put(`${prefix}birthday`, field, (value, add) => {
          if (whole(value)) add(birthday(value));
        });
        break;
      }
      case "seen":
        put("seen", field, (value, add) => add(data.dates.dayNumbers[value]!));
        break;
      case "place":
        put("place", field, (value, add) => add(data.places.sounds.skeletons[data.places.whole[value]!]!));
        break;
      case "code":
      case "text":
        put(field.name, field, (value, add) =>
          add(spelled(data.strings, data.strings.starts[value]!, data.strings.starts[value + 1]!)),
        );
        break;
      case "rank":
        break;
      default:
        throw new Error(`No keys are known for ${JSON.stringify(data satisfies never)}.`);
    }
  }
  return out;
}

const allReadings = 32;

function spelled({ bytes }: Strings, from: number, to: number): number {
  let hash = to - from;
  for (let i = from; i < to; i++) hash = mixed(hash, bytes[i]!);
  return hash;
}
