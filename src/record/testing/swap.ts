/**
 * The same thing with the two parties in each other's place: offices and rooms, sides, keys per side, local
 * prints. Ids, times, words and the order of maps and lists stay.
 */
export function swapParties<T>(value: T): T {
  return swapped(value) as T; // the shape is kept
}

function swapped(value: unknown): unknown {
  if (typeof value === "string") return swappedName(value);
  if (value === null || typeof value !== "object") return value;
  if (value instanceof Map) return new Map([...value].map(([k, v]) => [swapped(k), swapped(v)]));
  if (value instanceof Set) return new Set([...value].map(swapped));
  if (Array.isArray(value)) return value.map(swapped);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [swappedName(k), swapped(v)]));
}

const names = new Map(
  [
    ["a", "b"],
    ["localA", "localB"],
    ...[
      "party",
      "exchange",
      "reception",
      "forensic",
      "forensic-own",
      "press",
      "host",
      "internal",
      "sites",
    ].map((one) => [`${one}-a`, `${one}-b`]),
  ].flatMap(([one = "", other = ""]) => [
    [one, other],
    [other, one],
  ]) as [string, string][], // pairs, as written above
);

function swappedName(text: string): string {
  return names.get(text) ?? text;
}

/** Words in which the names of offices and rooms are swapped. */
export function swapWords(text: string): string {
  return text.replace(
    /\b(party|exchange|reception|forensic|forensic-own|press|host|internal|sites)-[ab]\b/g,
    swappedName,
  );
}

/** A text of any data for comparing: the order of maps and lists counts, that of an object's keys does not. */
export function written(value: unknown, without: (key: string, value: unknown) => unknown = keep): string {
  return JSON.stringify(value, (key, data) => {
    const one = without(key, data);
    if (one instanceof Map) return { map: [...one] };
    if (one instanceof Set) return { set: [...one] };
    if (one === null || typeof one !== "object" || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  });
}

function keep(_: string, value: unknown): unknown {
  return value;
}
