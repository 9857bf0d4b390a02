export function SheetMaker(_: { readonly truce: unknown }) {
  return null;
}
