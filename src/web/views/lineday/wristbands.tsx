import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Button, Empty, Page, Section } from "../../design/index.ts";
import type { DayModel } from "./day-query.ts";
import line from "./lineday.module.css";
import { qrOf } from "./qr.ts";

/** Wristbands to print and cut: a code and its picture, and nothing else, in the order of the codes. */
export function Wristbands({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("lineday.one", { id });
  // sorted by code, so that the sheet's order says nothing of the list's
  const bands = [...(model?.persons ?? [])].sort((one, other) => (one.code < other.code ? -1 : 1));
  return (
    <div className={line.sheets}>
      <Page
        title={t("lineday.wristbands")}
        intro={t("lineday.wristbands_words")}
        actions={
          <>
            <Link href={`/lineday/${id}`}>{t("lineday.back")}</Link>
            <Button onPress={() => print()}>{t("lineday.print")}</Button>
          </>
        }
      >
        {!model && <Empty>{t("lineday.unread")}</Empty>}
        <Bands bands={bands.filter((one) => !one.isSpare)} />
        {bands.some((one) => one.isSpare) && (
          <Section title={t("lineday.spares")}>
            <Bands bands={bands.filter((one) => one.isSpare)} />
          </Section>
        )}
      </Page>
    </div>
  );
}

function Bands({ bands }: { readonly bands: DayModel["persons"] }) {
  return (
    <ul className={line.bands}>
      {bands.map(({ code, shown }) => (
        <li key={code} className={line.band}>
          <Qr code={code} />
          <span className={line.code}>{shown}</span>
        </li>
      ))}
    </ul>
  );
}

function Qr({ code }: { readonly code: string }) {
  const path = qrOf(code)
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : "")))
    .join("");
  return (
    <svg className={line.qr} viewBox="0 0 29 29" shapeRendering="crispEdges" role="img" aria-label={code}>
      <path d="M0 0h29v29H0z" className={line.light} />
      <path d={path} className={line.dark} />
    </svg>
  );
}
