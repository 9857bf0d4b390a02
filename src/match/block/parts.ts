import type { Strings } from "../compare/edit.ts";
import type { Field } from "../values/field.ts";

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

function part(
  name: string,
  cells: Uint32Array,
  values: number,
  keysOf: (value: number) => readonly number[],
): Part {
  const starts = new Uint32Array(values + 1);
  const keys: number[] = [];
  const salt = [...name].reduce((hash, letter) => mixed(hash, letter.charCodeAt(0)), 7);
  for (let value = 0; value < values; value++) {
    starts[value] = keys.length;
    if (value !== 0) for (const key of new Set(keysOf(value))) keys.push(mixed(salt, key));
  }
  starts[values] = keys.length;
  return { name, cells, starts, keys: Int32Array.from(keys) };
}

/** The parts that keys are made of, by name; which there are depends on the fields. */
export function partsOf(fields: readonly Field[]): ReadonlyMap<string, Part> {
  const out = new Map<string, Part>();
  const put = (name: string, field: Field, keysOf: (value: number) => readonly number[]) =>
    out.set(name, part(name, field.cells, field.classes.length, keysOf));
  for (const field of fields) {
    const { data } = field;
    switch (data.kind) {
      case "name": {
        const { names } = data;
        const readings = (value: number) => [
          ...names.readings.subarray(names.starts[value], names.starts[value + 1]),
        ];
        const isPart = (value: number) => (names.flags[value]! & 1) === 1;
        const { ears, skeletons } = names.sounds;
        if (data.part === 0) {
          put("family", field, (value) =>
            isPart(value) ? [] : readings(value).map((one) => spelled(bytesOf(names.sounds, one))),
          );
          put("family_heard", field, (value) =>
            isPart(value) ? [] : readings(value).map((one) => ears[one]!),
          );
          put("family_skeleton", field, (value) =>
            isPart(value) ? [] : readings(value).map((one) => skeletons[one]!),
          );
          const begins = (value: number, from: number) =>
            isPart(value)
              ? []
              : readings(value)
                  .slice(0, 2)
                  .map((one) =>
                    spelled(
                      from > 0
                        ? bytesOf(names.sounds, one).subarray(0, from)
                        : bytesOf(names.sounds, one).subarray(from),
                    ),
                  );
          put("family_begin", field, (value) => begins(value, 3));
          put("family_end", field, (value) => begins(value, -4));
        } else {
          const named = (value: number) => {
            if (isPart(value)) return [];
            const groups = [...names.groups.subarray(value * 4, value * 4 + 4)].filter(
              (group) => group !== 0,
            );
            return [
              ...groups,
              ...readings(value)
                .slice(0, groups.length > 0 ? 1 : 4)
                .map((one) => ears[one]! + 0x10000),
            ];
          };
          put(data.part === 1 ? "given" : "patronymic", field, named);
          if (data.part === 1)
            put("given_initial", field, (value) => [
              31 - Math.clz32(names.initials[value]! & -names.initials[value]!),
            ]);
        }
        break;
      }
      case "birth": {
        const { dates } = data;
        const prefix = field.name === "birth" ? "" : `${field.name}_`;
        const whole = (value: number) => dates.years[value]! !== 0 && dates.days[value]! !== 0;
        put(`${prefix}born`, field, (value) =>
          whole(value)
            ? [
                (dates.years[value]! * 13 + Math.min(dates.months[value]!, dates.days[value]!)) * 100 +
                  Math.max(dates.months[value]!, dates.days[value]!),
              ]
            : [],
        );
        put(`${prefix}year`, field, (value) =>
          dates.firstYears[value]! === 0 || dates.lastYears[value]! - dates.firstYears[value]! > 6
            ? []
            : span(dates.firstYears[value]!, dates.lastYears[value]!),
        );
        put(`${prefix}birthday`, field, (value) =>
          whole(value)
            ? [
                Math.min(dates.months[value]!, dates.days[value]!) * 100 +
                  Math.max(dates.months[value]!, dates.days[value]!),
              ]
            : [],
        );
        break;
      }
      case "seen":
        put("seen", field, (value) => [data.dates.dayNumbers[value]!]);
        break;
      case "place":
        put("place", field, (value) => [data.places.sounds.skeletons[data.places.whole[value]!]!]);
        break;
      case "code":
      case "text":
        put(field.name, field, (value) => [spelled(bytesOf(data.strings, value))]);
        break;
      case "rank":
        break;
      default:
        throw new Error(`No keys are known for ${JSON.stringify(data satisfies never)}.`);
    }
  }
  return out;
}

function span(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function bytesOf({ bytes, starts }: Strings, number: number): Uint8Array {
  return bytes.subarray(starts[number], starts[number + 1]);
}

function spelled(bytes: Uint8Array): number {
  let hash = bytes.length;
  for (const byte of bytes) hash = mixed(hash, byte);
  return hash;
}
