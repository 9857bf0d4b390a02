import own from "./set-up.module.css";

/** SHA-256 in hex, in groups of eight: to be read aloud and written down. */
export function Fingerprint({ hex, isLarge }: { readonly hex: string; readonly isLarge?: boolean }) {
  return (
    <span className={own.fingerprint} data-large={isLarge ?? false}>
      {hex.split(" ").map((group, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group may come twice, and its place is what it is
        <span key={place}>{group} </span>
      ))}
    </span>
  );
}
