/** The statements of one migration, in order, for each database. A migration that was released is never changed. */
export type Steps = { readonly sqlite: readonly string[]; readonly postgres: readonly string[] };
