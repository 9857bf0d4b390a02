import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useDesk } from "../app/desk-context.tsx";
import { Button, css } from "../design/index.ts";
import { useWidth } from "../design/use-width.ts";
import { printPlace } from "./coordinates.ts";
import { type Corners, CornersDrawn, cornersBy } from "./corners.tsx";
import { Drawing } from "./drawing.tsx";
import { Ground } from "./ground.tsx";
import { useHand } from "./hand.ts";
import { Legend } from "./legend.tsx";
import own from "./map.module.css";
import { type Camera, fitted, type LngLat, moved, type Pixel, unproject } from "./mercator.ts";
import { cornersOf, type Shown } from "./shown.ts";

const step = 60;

/** A map of land, and of what this office reads over it. What it shows is said as a table beside it, in `children`. */
export function GroundMap({
  label,
  shown,
  look,
  draw,
  isPlane = false,
  children,
}: {
  readonly label: string;
  readonly shown: Shown;
  /** What it looks at first; everything that is shown where nobody says. */
  readonly look?: readonly LngLat[];
  /** An area that is drawn on it: pressing puts a corner, a corner can be carried. */
  readonly draw?: Corners;
  /** What is shown lies on no known place of the earth: there is no land and no coordinate. */
  readonly isPlane?: boolean;
  readonly children?: ReactNode;
}) {
  const { t } = useDesk();
  const [frame, width] = useWidth<HTMLDivElement>();
  const size = { width, height: Math.round(Math.min(560, Math.max(300, width * 0.58))) };
  const corners = look ?? cornersOf(shown);
  // while somebody draws, the map stays where he looks
  const key = draw ? `draws ${width}` : `${JSON.stringify(corners)} ${width}`;
  const [fit, setFit] = useState("");
  const [camera, setCamera] = useState<Camera>({ lng: 0, lat: 20, zoom: 0.5 });
  if (width > 0 && fit !== key) {
    setFit(key);
    setCamera(fitted(corners, size));
  }
  const move = (by: Pixel, closer = 0) => setCamera((from) => moved(from, size, by, closer));
  const drawing = draw && cornersBy(draw, camera, size);
  const hand = useHand({ onMove: (by) => move(by), ...drawing });
  useWheel(frame, (closer) => move([0, 0], closer));
  const help = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (drawing?.onKey(event.key)) event.preventDefault();
    const done = keys[event.key];
    if (!done || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (done === "fit") setCamera(fitted(corners, size));
    else move([done[0] * step, done[1] * step], done[2]);
  };
  return (
    <figure className={own.figure}>
      <div className={own.tools}>
        <Button onPress={() => move([0, 0], 1)}>{t("map.nearer")}</Button>
        <Button onPress={() => move([0, 0], -1)}>{t("map.farther")}</Button>
        <Button onPress={() => setCamera(fitted(corners, size))}>{t("map.all")}</Button>
      </div>
      <p id={help} className={css.small}>
        <span className={own.keys}>{t("map.keys")}</span> {draw && t("map.draw_keys")}
      </p>
      <div className={own.frame} ref={frame}>
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a map has no element of a form for a group
          <div
            className={own.map}
            style={{ height: size.height }}
            role="group"
            aria-label={label}
            aria-describedby={help}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by the keyboard (WCAG 2.1.1)
            tabIndex={0}
            onKeyDown={onKeyDown}
            data-draws={draw !== undefined}
            {...hand}
          >
            {!isPlane && <Ground camera={camera} size={size} />}
            <Drawing shown={shown} camera={camera} size={size} isPlane={isPlane} />
            {draw && <CornersDrawn ring={draw.ring} camera={camera} size={size} />}
          </div>
        )}
      </div>
      <figcaption className={own.caption}>
        {!isPlane && (
          <p>
            {t("map.middle", {
              place: printPlace(unproject(camera, size, [size.width / 2, size.height / 2])),
            })}
          </p>
        )}
        <Legend shown={shown} />
        <p className={css.small}>{t("map.disclaimer")}</p>
      </figcaption>
      {children}
    </figure>
  );
}

const keys: Readonly<Record<string, readonly [x: number, y: number, closer: number] | "fit">> = {
  ArrowLeft: [-1, 0, 0],
  ArrowRight: [1, 0, 0],
  ArrowUp: [0, -1, 0],
  ArrowDown: [0, 1, 0],
  "+": [0, 0, 1],
  "=": [0, 0, 1],
  "-": [0, 0, -1],
  Home: "fit",
};

// The wheel alone scrolls the page; with Ctrl, as browsers do, it comes nearer.
function useWheel(frame: { readonly current: HTMLElement | null }, onCloser: (closer: number) => void): void {
  const latest = useRef(onCloser);
  latest.current = onCloser;
  useEffect(() => {
    const watched = frame.current;
    if (!watched) return;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      latest.current(-event.deltaY / 200);
    };
    watched.addEventListener("wheel", turn, { passive: false });
    return () => watched.removeEventListener("wheel", turn);
  }, [frame]);
}
