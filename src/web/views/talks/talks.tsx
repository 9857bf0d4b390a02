import { RoundPage } from "./round.tsx";
import { RoundsPage } from "./rounds.tsx";

/** Talks: all rounds, or one of them. */
export default function Talks({ parts }: { readonly parts: readonly string[] }) {
  const [id] = parts;
  return id === undefined ? <RoundsPage /> : <RoundPage id={id} />;
}
