// Names that the time zone database has replaced and some browsers still list.
const renamed: ReadonlyMap<string, string> = new Map([
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
  ["Atlantic/Faeroe", "Atlantic/Faroe"],
]);
// as the founding act's form has them
const form = /^[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_]+)*$/;

/** The IANA time zones that this browser knows, by their present names. */
export function zones(): readonly string[] {
  const known = Intl.supportedValuesOf("timeZone").map((one) => present(one));
  return [...new Set([...known, "UTC"])].filter((one) => form.test(one)).sort();
}

function present(zone: string): string {
  const name = renamed.get(zone);
  return name !== undefined && isKnown(name) ? name : zone;
}

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false; // a browser of before the new name
  }
}
