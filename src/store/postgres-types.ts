import pg from "pg";

/** Counts, sizes and times fit a number; a value that does not was not written by the store. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Error(`PostgreSQL gave ${text}, which a number cannot hold exactly.`);
  return value;
}

/** For this store's connections alone; the parsers of other users of pg are left as they are. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.INT8 ? safeInteger : pg.types.getTypeParser(oid, format),
};
