/** What a one-time link carries in its fragment, which no server sees. */
export type Entry =
  | { readonly kind: "sign-in"; readonly office: string; readonly secret: string }
  | { readonly kind: "invitation"; readonly secret: string }
  | { readonly kind: "set-up"; readonly secret: string };

/** Reads `#sign-in=OFFICE:SECRET`, `#invitation=SECRET` or `#set-up=SECRET`; undefined for any other fragment. */
function entryIn(fragment: string): Entry | undefined {
  const [, kind, value] = /^#(sign-in|invitation|set-up)=([\w:-]{1,200})$/.exec(fragment) ?? [];
  if (value === undefined) return undefined;
  if (kind === "sign-in") {
    const [office, secret] = value.split(":");
    return office && secret ? { kind, office, secret } : undefined;
  }
  return kind === "invitation" || kind === "set-up" ? { kind, secret: value } : undefined;
}

let opened: Entry | undefined;

/**
 * Takes the link with which the page was opened, once, before anything is drawn: a secret does not stay in the
 * address bar, nor in the browser's history.
 */
export function takeEntry(): void {
  opened = entryIn(location.hash);
  if (opened) history.replaceState(null, "", opened.kind === "set-up" ? "/set-up" : "/enter");
  // the same page is opened by another link: it begins anew
  addEventListener("hashchange", () => {
    if (entryIn(location.hash)) location.reload();
  });
}

/** The link with which the page was opened; undefined without one. */
export function openedWith(): Entry | undefined {
  return opened;
}

/** The link has been used: it leads nowhere again. */
export function forgetEntry(): void {
  opened = undefined;
}
