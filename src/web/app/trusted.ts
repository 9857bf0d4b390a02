type Policy = { createScriptURL(address: string): URL };
type Factory = {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy;
};

// Not every browser knows Trusted Types, and TypeScript's library does not yet.
const factory = (globalThis as { readonly trustedTypes?: Factory }).trustedTypes;
const policy = factory?.createPolicy("parley", { createScriptURL: ownAddress });

/** The address of a script of this host; the only kind that the page's policy lets run. */
export function scriptAddress(address: string): URL {
  // A TrustedScriptURL where there is a policy; the platform's constructors take it in place of an address.
  return policy ? policy.createScriptURL(address) : new URL(ownAddress(address));
}

function ownAddress(address: string): string {
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin) throw new Error(`A script of another host is never run: ${url.origin}`);
  return url.href;
}
