import { type PointerEvent, useRef, useState } from "react";
import type { CoverPlan, FootageBox } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { saveFile } from "../../app/save-file.ts";
import { Button, Choose, css, Field } from "../../design/index.ts";
import { beginTrack, boxAt, follow as followed, type Rect, straightened } from "./boxes.ts";
import own from "./footage.module.css";
import { greyOf, seek, step } from "./frames.ts";
import type { Choices } from "./query.ts";
import { Sound, secondsText, spanText } from "./sound.tsx";

type Moment = FootageBox["moments"][number];
const whole = { x: 0, y: 0, w: 1, h: 1 };
const stepMs = 100;

/** Boxes put on frames by hand and followed from frame to frame; kept as the plan that is burnt in. */
export function Editor({
  address,
  isStill,
  persons,
  ways,
  cover,
  onChange,
}: {
  readonly address: string;
  /** A picture that does not move: a box stands where it is put, and there is no sound. */
  readonly isStill: boolean;
  readonly persons: readonly number[];
  readonly ways: Choices["seen"];
  readonly cover: CoverPlan;
  readonly onChange: (cover: CoverPlan) => void;
}) {
  const { t } = useDesk();
  const video = useRef<HTMLVideoElement>(null);
  const [size, setSize] = useState({ w: 1, h: 1 });
  const [ms, setMs] = useState(0);
  const [rect, setRect] = useState<Rect>(whole);
  const [what, setWhat] = useState<FootageBox["covers"]>("face");
  const [person, setPerson] = useState("0");
  const [moments, setMoments] = useState<readonly Moment[]>([]);
  const [follows, setFollows] = useState(false);
  const [lostAt, setLostAt] = useState<number>();
  const corner = useRef<{ readonly x: number; readonly y: number }>(undefined);

  const nowMs = () => Math.round((video.current?.currentTime ?? 0) * 1_000);
  const put = (at: number, box: Rect) =>
    setMoments((before) =>
      [...before.filter((one) => one.ms !== at), { ms: at, ...rounded(box) }].toSorted((a, b) => a.ms - b.ms),
    );
  // a plan says from when to when a box stands; a picture has one moment
  const putHere = () => {
    put(nowMs(), rect);
    if (isStill) put(1, rect);
  };
  const begin = (w: number, h: number) => {
    setSize({ w, h });
    setRect({ x: w / 4, y: h / 4, w: w / 4, h: h / 4 });
  };
  const spoken = person === "0" ? undefined : Number(person);
  const pointAt = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return { x: ((clientX - left) / width) * size.w, y: ((clientY - top) / height) * size.h };
  };
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    if (!corner.current) return;
    const to = pointAt(event);
    const { x, y } = corner.current;
    setRect({ x: Math.min(x, to.x), y: Math.min(y, to.y), w: Math.abs(to.x - x), h: Math.abs(to.y - y) });
  };
  const follow = async () => {
    const shown = video.current;
    if (!shown) return;
    setFollows(true);
    shown.pause();
    setLostAt(undefined);
    let track = beginTrack(greyOf(shown), rounded(rect));
    put(nowMs(), track.rect);
    for (let n = 0; n < 20 && shown.currentTime * 1_000 + stepMs <= shown.duration * 1_000; n++) {
      await seek(shown, shown.currentTime + stepMs / 1_000);
      const { track: next } = followed(track, greyOf(shown));
      if (!next) {
        setLostAt(nowMs());
        break;
      }
      track = next;
      put(nowMs(), track.rect);
    }
    setRect(track.rect);
    setMs(nowMs());
    setFollows(false);
  };
  const done = () => {
    const box = {
      covers: what,
      ...(spoken === undefined ? {} : { person: spoken }),
      moments: [...straightened(moments)],
    };
    onChange({ ...cover, boxes: [...cover.boxes, box] });
    setMoments([]);
  };
  const number = (key: keyof Rect) => (
    <Field
      label={t(`field.${key}`)}
      type="number"
      value={String(Math.round(rect[key]))}
      onChange={(text) => setRect({ ...rect, [key]: Math.max(0, Number(text)) })}
    />
  );
  const drawn = [
    ...cover.boxes.map((box) => boxAt(box, ms)).filter((one) => one !== undefined),
    boxAt({ moments: [...moments] }, ms) ?? rect,
  ];
  return (
    <>
      <div className={own.stage}>
        {isStill ? (
          <img
            src={address}
            alt={t("footage.original")}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              begin(naturalWidth, naturalHeight)
            }
          />
        ) : (
          // biome-ignore lint/a11y/useMediaCaption: the words of those who are heard are not written down anywhere
          <video
            ref={video}
            src={address}
            controls
            aria-label={t("footage.original")}
            onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) =>
              begin(videoWidth, videoHeight)
            }
            onTimeUpdate={() => setMs(nowMs())}
          />
        )}
        <svg
          className={own.drawing}
          viewBox={`0 0 ${size.w} ${size.h}`}
          aria-hidden="true"
          onPointerDown={(event) => {
            corner.current = pointAt(event);
          }}
          onPointerMove={drag}
          onPointerUp={() => {
            corner.current = undefined;
          }}
        >
          {drawn.map(({ x, y, w, h }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no other name, and none is moved
            <rect key={n} x={x} y={y} width={w} height={h} />
          ))}
        </svg>
      </div>
      <p className={css.small}>{t(isStill ? "footage.editor.how_still" : "footage.editor.how")}</p>
      <div className={own.fields}>
        <Choose
          label={t("field.covers")}
          value={what}
          choices={[...ways, "other" as const].map((value) => ({ value, label: t(`word.${value}`) }))}
          onChange={setWhat}
        />
        <Choose
          label={t("field.person")}
          value={person}
          choices={[0, ...persons].map((one) => ({
            value: String(one),
            label: one === 0 ? t("footage.nobody") : String(one),
          }))}
          onChange={setPerson}
        />
        {number("x")}
        {number("y")}
        {number("w")}
        {number("h")}
      </div>
      <p className={css.row}>
        {!isStill && (
          <>
            <Button onPress={() => void step(video.current, -stepMs, setMs)} isDisabled={follows}>
              {t("footage.editor.back")}
            </Button>
            <Button onPress={() => void step(video.current, stepMs, setMs)} isDisabled={follows}>
              {t("footage.editor.on")}
            </Button>
          </>
        )}
        <Button onPress={putHere} isDisabled={follows}>
          {t("footage.editor.put")}
        </Button>
        {!isStill && (
          <Button onPress={() => void follow()} isDisabled={follows}>
            {t("footage.editor.follow")}
          </Button>
        )}
        <Button onPress={done} isDisabled={follows || moments.length < 2}>
          {t("footage.editor.done", { n: moments.length })}
        </Button>
      </p>
      {lostAt !== undefined && (
        <p role="status">{t("footage.editor.lost", { seconds: secondsText(t, lostAt) })}</p>
      )}
      {cover.boxes.length > 0 && (
        <ul className={css.small} aria-label={t("field.boxes")}>
          {cover.boxes.map((box, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no other name
            <li key={n} className={css.row}>
              {t(`word.${box.covers}`)} · {box.person ?? t("footage.nobody")}
              {!isStill &&
                ` · ${spanText(t, { from: box.moments[0]?.ms ?? 0, to: box.moments.at(-1)?.ms ?? 0 })}`}
              <Button
                look="plain"
                onPress={() => onChange({ ...cover, boxes: cover.boxes.filter((_, i) => i !== n) })}
              >
                {t("footage.editor.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!isStill && (
        <Sound cover={cover} person={spoken} nowMs={nowMs} isDisabled={follows} onChange={onChange} />
      )}
      <p className={css.row}>
        <Button
          onPress={() =>
            saveFile("cover.json", new Blob([JSON.stringify(cover)], { type: "application/json" }))
          }
        >
          {t("footage.editor.keep")}
        </Button>
      </p>
    </>
  );
}

function rounded({ x, y, w, h }: Rect): Rect {
  const at = (value: number) => Math.max(0, Math.round(value));
  return { x: at(x), y: at(y), w: Math.max(1, at(w)), h: Math.max(1, at(h)) };
}
