import { useState } from "react";
import { Link } from "react-aria-components";
import type { Language } from "#i18n/screens";
import { languages } from "#i18n/screens";
import { useDesk, useProcess } from "../../app/desk-context.tsx";
import { useWork } from "../../app/use-work.ts";
import {
  Button,
  Choose,
  Clock,
  css,
  Field,
  languageNames,
  Page,
  Refused,
  Rows,
  Section,
  Sheet,
} from "../../design/index.ts";
import type { HeadWords, HeadWordsArgs, RoomWords, Spoken } from "../../desk/head-words.ts";
import own from "./record.module.css";

type Reader = HeadWordsArgs["with"];

/** Two readers compare what they hold, by voice: the host has shown both the same record, or the words differ. */
export function ComparePage() {
  const { t, desk } = useDesk();
  const { names } = useProcess();
  const [other, setOther] = useState<Reader>();
  const [language, setLanguage] = useState<Language>(t.language);
  const [sizes, setSizes] = useState<HeadWordsArgs["sizes"]>({});
  const { isRunning, value, refusal, start } = useWork("compareHeads");
  const office = desk.phase === "open" ? desk.office : "public";
  // as the table of names has them
  const readers = (Object.keys(names) as Reader[]).map((one) => ({
    value: one,
    label: one === office ? t("record.compare.same", { office: names[one] }) : names[one],
  }));
  const show = () => other && void start({ language, with: other, sizes });
  return (
    <Page title={t("record.compare.title")} intro={<Link href="/record">{t("record.back")}</Link>}>
      <p>{t("record.compare.words")}</p>
      <div className={own.filters}>
        <Choose
          label={t("record.compare.with")}
          value={other ?? null}
          choices={readers}
          onChange={setOther}
        />
        <Choose
          label={t("record.compare.language")}
          value={language}
          choices={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          onChange={setLanguage}
        />
        <Button look="main" isDisabled={!other || isRunning} onPress={show}>
          {t("record.compare.start")}
        </Button>
      </div>
      <Refused refusal={refusal} />
      {value && (
        <Comparison value={value} language={language} sizes={sizes} onSizes={setSizes} onAgain={show} />
      )}
    </Page>
  );
}

function Comparison({
  value,
  language,
  sizes,
  onSizes,
  onAgain,
}: {
  readonly value: HeadWords;
  readonly language: Language;
  readonly sizes: HeadWordsArgs["sizes"];
  readonly onSizes: (sizes: HeadWordsArgs["sizes"]) => void;
  readonly onAgain: () => void;
}) {
  const { t } = useDesk();
  return (
    <>
      <Section title={t("record.compare.sizes")}>
        <p>
          {t("record.compare.sizes_words")} <Clock at={value.at} />
        </p>
        <form
          className={own.lines}
          onSubmit={(event) => {
            event.preventDefault();
            onAgain();
          }}
        >
          <Rows
            label={t("record.compare.table")}
            heads={[t("record.room"), t("record.check.size"), t("record.compare.room_words")]}
          >
            <tbody>
              {value.rooms.map((room) => (
                <RoomRow
                  key={room.room}
                  room={room}
                  language={language}
                  wanted={sizes[room.room] ?? room.size}
                  onWanted={(size) => onSizes({ ...sizes, [room.room]: size })}
                />
              ))}
            </tbody>
          </Rows>
          <div>
            <Button type="submit">{t("record.compare.again")}</Button>
          </div>
        </form>
      </Section>
      <Section title={t("record.compare.all", { n: value.rooms.length })}>
        <Sheet>
          <SpokenWords spoken={value.all} language={language} />
        </Sheet>
        <p className={css.small}>{t("record.compare.differs")}</p>
      </Section>
    </>
  );
}

function RoomRow({
  room,
  language,
  wanted,
  onWanted,
}: {
  readonly room: RoomWords;
  readonly language: Language;
  readonly wanted: number;
  readonly onWanted: (size: number) => void;
}) {
  const { t } = useDesk();
  return (
    <tr>
      <th scope="row">{room.name}</th>
      <td>
        <div className={own.size}>
          <Field
            type="number"
            label={t("record.compare.size_of", { room: room.name })}
            value={String(wanted)}
            onChange={(size) => onWanted(Math.max(1, Math.min(room.held, Math.floor(Number(size) || 1))))}
          />
        </div>
      </td>
      <td>
        <details className={own.fold}>
          <summary>{t("record.compare.show_room", { room: room.name })}</summary>
          <SpokenWords spoken={room} language={language} isSmall />
        </details>
      </td>
    </tr>
  );
}

function SpokenWords({
  spoken,
  language,
  isSmall,
}: {
  readonly spoken: Spoken;
  readonly language: Language;
  readonly isSmall?: boolean;
}) {
  const { t } = useDesk();
  return (
    <div className={own.lines}>
      <ol className={`${own.spoken} ${isSmall ? own.small : ""}`} lang={language}>
        {spoken.words.map((word, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice
          <li key={i}>{word}</li>
        ))}
      </ol>
      <p className={css.small}>
        {t("record.compare.digest")} <code className={css.mono}>{spoken.digest}</code>
      </p>
    </div>
  );
}
