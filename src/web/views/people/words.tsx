import { useDesk } from "../../app/desk-context.tsx";
import own from "./people.module.css";

/** Words of a key, to be read aloud. */
export function Words({ words }: { readonly words: readonly string[] }) {
  const { t } = useDesk();
  return (
    <ol className={own.words} lang={t.language}>
      {words.map((word, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice
        <li key={i}>{word}</li>
      ))}
    </ol>
  );
}
