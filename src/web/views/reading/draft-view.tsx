import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Room } from "#record";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Button, css, Empty, Notice, Section } from "../../design/index.ts";
import type { EntryWords } from "../../desk/reading-actions.ts";
import { RoomField } from "../claims/room-field.tsx";
import { type Band, bandOf } from "./item.ts";
import { ItemView } from "./item-view.tsx";
import type { DeskItem, KeptReport } from "./kept-report.ts";
import { unseen } from "./plain-words.ts";
import own from "./reading.module.css";
import { TextPane } from "./text-pane.tsx";
import { toSign } from "./to-sign.ts";
import type { SetReport } from "./use-kept-report.ts";

/** The draft beside its text: each entry is accepted, corrected or rejected, and what is accepted is read and signed. */
export function DraftView({
  report,
  set,
  children,
}: {
  readonly report: KeptReport;
  readonly set: SetReport;
  /** What stands above the entries of a second reader. */
  readonly children?: ReactNode;
}) {
  const { t } = useDesk();
  const [hot, setHot] = useState<string>();
  const [room, setRoom] = useState<Room>("public");
  const capture = useQuery("statements.capture", undefined);
  const sign = useSignAll(report, set, room);
  const words = useEntryWords(report.items);
  const { text, items } = report;
  const hidden = useMemo(() => text.match(unseen)?.length ?? 0, [text]);
  const change = (key: string, part: Partial<DeskItem>) =>
    set((before) => ({ items: before.items.map((one) => (one.key === key ? { ...one, ...part } : one)) }));
  const inBand = (...bands: readonly Band[]) => items.filter((one) => bands.includes(bandOf(one)));
  const list = (some: readonly DeskItem[]) =>
    some.map((item) => (
      <ItemView
        key={item.key}
        n={items.indexOf(item) + 1}
        item={item}
        words={words.get(item.key)}
        isHot={hot === item.key}
        onHot={setHot}
        onChange={(part) => change(item.key, part)}
      />
    ));
  const accepted = items.filter(({ standing }) => standing === "accepted");
  const unsure = inBand("hidden");
  const background = inBand("background");
  return (
    <>
      {hidden > 0 && <Notice tone="attention" title={t("reading.unseen", { n: hidden })} />}
      <div className={own.sides}>
        <TextPane text={text} language={report.language} items={items} hot={hot} onHot={setHot} />
        <Section title={t("reading.draft")}>
          {items.length === 0 && <Empty>{t("reading.none")}</Empty>}
          {list(inBand("preselected", "offered"))}
          {unsure.length > 0 && (
            <details>
              <summary>{t("reading.hidden", { n: unsure.length })}</summary>
              {list(unsure)}
            </details>
          )}
          {background.length > 0 && (
            <details>
              <summary>{t("reading.background", { n: background.length })}</summary>
              {list(background)}
            </details>
          )}
          {children}
          {list(inBand("second"))}
          {capture && <RoomField rooms={capture.rooms} value={room} onChange={setRoom} tried={false} />}
          <p className={css.small}>{t("reading.sign_how")}</p>
          <div className={css.row}>
            <Button look="main" isDisabled={accepted.length === 0} onPress={() => sign(accepted)}>
              {t("reading.sign", { n: accepted.length })}
            </Button>
          </div>
        </Section>
      </div>
    </>
  );
}

// One after the other: each is read before it is signed; who goes back leaves the rest accepted.
function useSignAll(report: KeptReport, set: SetReport, room: Room) {
  const propose = useSigning();
  return (accepted: readonly DeskItem[]) => {
    const next = (left: readonly DeskItem[]) => {
      const [first, ...rest] = left;
      if (!first) return;
      const { draft, after } = toSign(report, first, room);
      propose(draft, (id) => {
        set((before) => ({
          items: before.items.map((one) => (one.key === first.key ? { ...one, standing: "signed" } : one)),
        }));
        const follow = (drafts: ReturnType<typeof after>) => {
          const [one, ...others] = drafts;
          if (one) propose(one, () => follow(others));
          else next(rest);
        };
        follow(after(id));
      });
    };
    next(accepted);
  };
}

/** What each entry says, in the reader's language, as it will be read before it is signed. */
function useEntryWords(items: readonly DeskItem[]): ReadonlyMap<string, EntryWords> {
  const { connection } = useDesk();
  const [words, setWords] = useState<ReadonlyMap<string, EntryWords>>(new Map());
  const said = JSON.stringify(
    items.flatMap(({ key, content }) => (content.is === "entry" ? [[key, content.entry]] : [])),
  );
  useEffect(() => {
    const pairs = JSON.parse(said) as [string, never][]; // as written above
    void connection
      .call(
        "sayEntries",
        pairs.map(([, entry]) => entry),
      )
      .then((all) => setWords(new Map(pairs.flatMap(([key], i) => (all[i] ? [[key, all[i]]] : [])))));
  }, [connection, said]);
  return words;
}
