import type { ListInput } from "./list-input.ts";
import { contentOrder } from "./order.ts";
import { type Mapping, type RoleOfColumn, rolesOf } from "./roles.ts";

/** How lists lie behind one another, and what their columns are. */
export type Layout = {
  /** For each place of `listStarts` the index of the list as given: lists stand in an order of their content. */
  readonly order: readonly number[];
  /** Where each list begins; one more at the end. */
  readonly listStarts: readonly number[];
  /** For each list as given the roles of its columns. */
  readonly roles: readonly (readonly RoleOfColumn[])[];
};

export function layoutOf(given: readonly ListInput[], mapping: Mapping): Layout {
  const order = contentOrder(given);
  const listStarts = [0];
  for (const i of order) listStarts.push(listStarts.at(-1)! + given[i]!.rows);
  return { order, listStarts, roles: given.map(({ columns }) => rolesOf(columns, mapping)) };
}
