import { Fragment } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { piecesOf } from "../statements/pieces.ts";
import type { DeskItem } from "./kept-report.ts";
import { unseen } from "./plain-words.ts";
import own from "./reading.module.css";

/** The text as it is, its marked words leading to their entries; what nobody sees in it is shown by its number. */
export function TextPane({
  text,
  language,
  items,
  hot,
  onHot,
}: {
  readonly text: string;
  readonly language: string;
  readonly items: readonly DeskItem[];
  readonly hot: string | undefined;
  readonly onHot: (key: string | undefined) => void;
}) {
  const { t } = useDesk();
  const spans = items.flatMap(({ key, places }, n) => places.map((place) => ({ ...place, key, n })));
  return (
    <section className={own.text} lang={language} dir="ltr" aria-label={t("reading.text")}>
      {piecesOf(text, spans).map((piece) => {
        const marks = piece.in.flatMap((n) => spans[n] ?? []);
        const [first] = marks;
        if (!first) return <Seen key={piece.from} text={piece.text} />;
        const end = piece.from + piece.text.length;
        return (
          <Fragment key={piece.from}>
            <mark
              className={own.mark}
              data-hot={marks.some(({ key }) => key === hot) ? "" : undefined}
              onMouseEnter={() => onHot(first.key)}
              onMouseLeave={() => onHot(undefined)}
            >
              <Seen text={piece.text} />
            </mark>
            {marks
              .filter(({ to }) => to === end)
              .map(({ key, n }) => (
                <a
                  key={key}
                  className={own.ref}
                  href={`#${idOf(key)}`}
                  onFocus={() => onHot(key)}
                  onBlur={() => onHot(undefined)}
                >
                  {n + 1}
                </a>
              ))}
          </Fragment>
        );
      })}
    </section>
  );
}

export function idOf(key: string): string {
  return `entry-${key.replaceAll(" ", "-")}`;
}

function Seen({ text }: { readonly text: string }) {
  const parts = text.split(new RegExp(`(${unseen.source})`, "u"));
  return parts.map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no identity but their place
      <span key={i} className={own.unseen}>
        {`U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`}
      </span>
    ),
  );
}
