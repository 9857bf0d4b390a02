import { type PointerEvent, useRef, useState } from "react";
import type { CoverPlan, FootageBox } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { saveFile } from "../../app/save-file.ts";
import { Button, Choose, css, Field } from "../../design/index.ts";
import { beginTrack, boxAt, follow as followed, type Grey, type Rect, straightened } from "./boxes.ts";
import own from "./footage.module.css";
import type { Choices } from "./query.ts";

type Moment = FootageBox["moments"][number];
const whole = { x: 0, y: 0, w: 1, h: 1 };
const stepMs = 100;

/** Boxes put on frames by hand and followed from frame to frame; kept as the plan that is burnt in. */
export function Editor({
  address,
  persons,
  ways,
  cover,
  onChange,
}: {
  readonly address: string;
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
  const [mutedFrom, setMutedFrom] = useState<number>();
  const corner = useRef<{ readonly x: number; readonly y: number }>(undefined);

  const nowMs = () => Math.round((video.current?.currentTime ?? 0) * 1_000);
  const put = (at: number, box: Rect) =>
    setMoments((before) =>
      [...before.filter((one) => one.ms !== at), { ms: at, ...rounded(box) }].toSorted((a, b) => a.ms - b.ms),
    );
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
      ...(person === "0" ? {} : { person: Number(person) }),
      moments: [...straightened(moments)],
    };
    onChange({ ...cover, boxes: [...cover.boxes, box] });
    setMoments([]);
  };
  const mute = () => {
    const to = nowMs();
    if (mutedFrom === undefined || to <= mutedFrom) return setMutedFrom(to);
    const span = { from: mutedFrom, to, ...(person === "0" ? {} : { person: Number(person) }) };
    const muted = [...cover.muted, span].toSorted((a, b) => a.from - b.from);
    onChange({ ...cover, sound: "muted_in_spans", muted });
    setMutedFrom(undefined);
  };
  const unmute = (n: number) => {
    const muted = cover.muted.filter((_, i) => i !== n);
    onChange({ ...cover, sound: muted.length > 0 ? "muted_in_spans" : "muted_whole", muted });
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
        {/* biome-ignore lint/a11y/useMediaCaption: the words of those who are heard are not written down anywhere */}
        <video
          ref={video}
          src={address}
          controls
          aria-label={t("footage.original")}
          onLoadedMetadata={({ currentTarget: { videoWidth: w, videoHeight: h } }) => {
            setSize({ w, h });
            setRect({ x: w / 4, y: h / 4, w: w / 4, h: h / 4 });
          }}
          onTimeUpdate={() => setMs(nowMs())}
        />
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
      <p className={css.small}>{t("footage.editor.how")}</p>
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
        <Button onPress={() => void step(video.current, -stepMs, setMs)}>{t("footage.editor.back")}</Button>
        <Button onPress={() => void step(video.current, stepMs, setMs)}>{t("footage.editor.on")}</Button>
        <Button onPress={() => put(nowMs(), rect)}>{t("footage.editor.put")}</Button>
        <Button onPress={() => void follow()} isDisabled={follows}>
          {t("footage.editor.follow")}
        </Button>
        <Button onPress={done} isDisabled={moments.length < 2}>
          {t("footage.editor.done", { n: moments.length })}
        </Button>
      </p>
      {lostAt !== undefined && (
        <p role="status">{t("footage.editor.lost", { seconds: (lostAt / 1_000).toFixed(1) })}</p>
      )}
      <ul className={css.small} aria-label={t("field.boxes")}>
        {cover.boxes.map((box, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no other name
          <li key={n} className={css.row}>
            {t(`word.${box.covers}`)} · {box.person ?? t("footage.nobody")} · {box.moments[0]?.ms}–
            {box.moments.at(-1)?.ms} ms
            <Button
              look="plain"
              onPress={() => onChange({ ...cover, boxes: cover.boxes.filter((_, i) => i !== n) })}
            >
              {t("footage.editor.remove")}
            </Button>
          </li>
        ))}
      </ul>
      <p className={css.row}>
        <Button onPress={mute}>
          {mutedFrom === undefined
            ? t("footage.editor.mute_from")
            : t("footage.editor.mute_to", { seconds: (mutedFrom / 1_000).toFixed(1) })}
        </Button>
      </p>
      <ul className={css.small} aria-label={t("field.muted")}>
        {cover.muted.map((span, n) => (
          <li key={`${span.from}-${span.to}`} className={css.row}>
            {spanText(span)} · {span.person ?? t("footage.nobody")}
            <Button look="plain" onPress={() => unmute(n)}>
              {t("footage.editor.remove")}
            </Button>
          </li>
        ))}
      </ul>
      <Choose
        label={t("field.sound")}
        value={cover.sound}
        choices={(
          [
            ...(cover.muted.length > 0 ? (["muted_in_spans"] as const) : []),
            "muted_whole",
            "sound_kept",
          ] as const
        ).map((value) => ({
          value,
          label: t(`word.${value}`),
        }))}
        onChange={(sound) =>
          onChange({ ...cover, sound, muted: sound === "muted_in_spans" ? cover.muted : [] })
        }
      />
      <Button
        onPress={() =>
          saveFile("cover.json", new Blob([JSON.stringify(cover)], { type: "application/json" }))
        }
      >
        {t("footage.editor.keep")}
      </Button>
    </>
  );
}

/** From when to when, in seconds of the footage. */
export function spanText({ from, to }: CoverPlan["muted"][number]): string {
  return `${(from / 1_000).toFixed(1)}–${(to / 1_000).toFixed(1)} s`;
}

function rounded({ x, y, w, h }: Rect): Rect {
  const at = (value: number) => Math.max(0, Math.round(value));
  return { x: at(x), y: at(y), w: Math.max(1, at(w)), h: Math.max(1, at(h)) };
}

async function step(video: HTMLVideoElement | null, by: number, tell: (ms: number) => void): Promise<void> {
  if (!video) return;
  video.pause();
  await seek(video, Math.max(0, video.currentTime + by / 1_000));
  tell(Math.round(video.currentTime * 1_000));
}

function seek(video: HTMLVideoElement, seconds: number): Promise<void> {
  return new Promise((resolve) => {
    video.addEventListener("seeked", () => resolve(), { once: true });
    video.currentTime = seconds;
  });
}

/** The frame that is shown, in shades of grey. */
function greyOf(video: HTMLVideoElement): Grey {
  const { videoWidth: width, videoHeight: height } = video;
  const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  if (!context) throw new Error("This browser draws no frames.");
  context.drawImage(video, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++)
    pixels[i] = ((data[4 * i] ?? 0) + 2 * (data[4 * i + 1] ?? 0) + (data[4 * i + 2] ?? 0)) >> 2;
  return { width, height, pixels };
}
