import { useState } from "react";
import { FileTrigger, Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { useWork } from "../../app/use-work.ts";
import { Button, Clock, css, Empty, Mark, Notice, Refused, Rows, Section } from "../../design/index.ts";
import type { RoundLine, RoundSide } from "./all-query.ts";

/** Lists that both sides bind themselves to before either is shown. */
export function Rounds({
  rounds,
  maySubmit,
}: {
  readonly rounds: readonly RoundLine[];
  readonly maySubmit: boolean;
}) {
  const { t } = useDesk();
  if (rounds.length === 0 && !maySubmit) return null;
  return (
    <Section title={t("lists.rounds")}>
      <p className={css.small}>
        {t("lists.rounds_how")} <Link href="/lists/proof">{t("lists.proof.check_link")}</Link>
      </p>
      {rounds.length === 0 ? (
        <Empty>{t("lists.rounds_none")}</Empty>
      ) : (
        <Rows
          label={t("lists.commitment")}
          heads={[
            t("lists.column.round"),
            t("lists.column.side"),
            t("lists.column.committed"),
            t("lists.column.revealed"),
          ]}
        >
          {rounds.map((round) => (
            <tbody key={round.round}>
              {round.sides.map((side, i) => (
                <tr key={side.office}>
                  {i === 0 && (
                    <th scope="rowgroup" rowSpan={round.sides.length}>
                      {round.round}
                    </th>
                  )}
                  <td>{side.office}</td>
                  <td>
                    <Committed round={round} side={side} />
                  </td>
                  <td>
                    <Revealed side={side} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </Rows>
      )}
    </Section>
  );
}

function Committed({ round, side }: { readonly round: RoundLine; readonly side: RoundSide }) {
  const { t } = useDesk();
  if (side.committedAt === undefined)
    return side.isOwn && round.isOwnMissing ? (
      <Link href="/lists/new">{t("lists.commit_too")}</Link>
    ) : (
      <span>{t("lists.not_committed")}</span>
    );
  return (
    <>
      <p>
        {side.title} · {side.kind}
      </p>
      <p className={css.small}>
        {t("lists.padded", { n: side.paddedTo ?? 0 })} · <Clock at={side.committedAt} />
      </p>
      {(side.isOwn || side.list) && (
        <p>
          <Link href={`/lists/proof/${side.commitment}`}>{t("lists.proof.link")}</Link>
        </p>
      )}
    </>
  );
}

function Revealed({ side }: { readonly side: RoundSide }) {
  const { t, desk } = useDesk();
  const maySign = desk.phase === "open" && desk.canSign;
  if (side.list === undefined)
    return (
      <>
        <span>{t("lists.not_revealed")}</span>{" "}
        {side.isOwn && maySign && side.commitment && (
          <Reveal commitment={side.commitment} isDue={side.mayReveal} />
        )}
      </>
    );
  return (
    <>
      <Link href={`/lists/${side.list}`}>{t("lists.revealed")}</Link> <Opens opens={side.opens} />
    </>
  );
}

/** What this copy itself found when it compared a revealed list with its commitment. */
export function Opens({ opens }: { readonly opens: RoundSide["opens"] }) {
  const { t } = useDesk();
  if (opens === undefined) return null;
  return (
    <Mark weight={opens === "yes" ? "firm" : opens === "no" ? "attention" : "plain"}>
      {t(`lists.opens.${opens}`)}
    </Mark>
  );
}

function Reveal({ commitment, isDue }: { readonly commitment: string; readonly isDue: boolean }) {
  const { t } = useDesk();
  const propose = useSigning();
  const work = useWork("prepareReveal");
  const back = useWork("readBack");
  const [isElsewhere, setElsewhere] = useState(false);
  const reveal = async () => {
    const content = await work.start(commitment);
    setElsewhere(content === undefined);
    if (content) propose({ room: "exchange", kind: "list.revealed", payload: { commitment, content } });
  };
  const bring = async (file: File | undefined) => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    if ((await back.start({ commitment, bytes })) === "kept") setElsewhere(false);
  };
  return (
    <>
      {isDue && (
        <Button onPress={() => void reveal()} isDisabled={work.isRunning}>
          {t("lists.reveal")}
        </Button>
      )}{" "}
      <FileTrigger acceptedFileTypes={[".txt"]} onSelect={(files) => void bring(files?.[0])}>
        <Button look="plain">{t("lists.read_back")}</Button>
      </FileTrigger>
      {[work.refusal, back.refusal].map((one) => one && <Refused key={one.code} refusal={one} />)}
      {back.value && (
        <Notice tone={back.value === "kept" ? "plain" : "refused"}>
          {t(`lists.read_back.${back.value}`)}
        </Notice>
      )}
      {isElsewhere && !work.refusal && <Notice tone="attention">{t("lists.elsewhere")}</Notice>}
    </>
  );
}
