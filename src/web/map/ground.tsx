import { useEffect, useRef, useState } from "react";
import type { Colours, GlLand } from "./gl-land.ts";
import type { Land } from "./land.ts";
import own from "./map.module.css";
import { type Camera, project, type Size } from "./mercator.ts";
import { useLand } from "./use-land.ts";

/** Land and sea, without a border or a name: by WebGL, and as a plain drawing where the browser has none. */
export function Ground({ camera, size }: { readonly camera: Camera; readonly size: Size }) {
  const land = useLand();
  const [hasGl, setGl] = useState(true);
  if (!land) return null;
  return hasGl ? (
    <ByGl land={land} camera={camera} size={size} onNone={() => setGl(false)} />
  ) : (
    <Sketch land={land} camera={camera} size={size} />
  );
}

function ByGl({
  land,
  camera,
  size,
  onNone,
}: {
  readonly land: Land;
  readonly camera: Camera;
  readonly size: Size;
  readonly onNone: () => void;
}) {
  const container = useRef<HTMLDivElement>(null);
  const [gl, setGl] = useState<GlLand>();
  const [first] = useState(camera);
  const none = useRef(onNone);
  useEffect(() => {
    let [isLeft, made]: [boolean, GlLand | undefined] = [false, undefined];
    const give = async () => {
      const { glLand } = await import("./gl-land.ts");
      if (isLeft || !container.current) return;
      made = glLand(container.current, land, first, coloursOf(container.current));
      setGl(made);
    };
    give().catch(() => none.current()); // no WebGL, or not enough of it
    return () => {
      isLeft = true;
      made?.end();
    };
  }, [land, first]);
  useEffect(() => {
    gl?.look(camera);
  }, [gl, camera]);
  useEffect(() => {
    if (!gl) return;
    const paint = () => container.current && gl.paint(coloursOf(container.current));
    const observer = new MutationObserver(paint);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    return () => observer.disconnect();
  }, [gl]);
  return <div ref={container} className={own.ground} style={{ height: size.height }} data-by="webgl" />;
}

function coloursOf(element: HTMLElement): Colours {
  const style = getComputedStyle(element);
  return {
    land: style.getPropertyValue("--map-land").trim(),
    sea: style.getPropertyValue("--map-sea").trim(),
  };
}

function Sketch({
  land,
  camera,
  size,
}: {
  readonly land: Land;
  readonly camera: Camera;
  readonly size: Size;
}) {
  const inSight = land.coordinates.filter(([outer = []]) => {
    const pixels = outer.map((point) => project(camera, size, point));
    const [xs, ys] = [pixels.map(([x]) => x), pixels.map(([, y]) => y)];
    const meets = (all: readonly number[], most: number) =>
      all.some((one) => one >= 0) && all.some((one) => one <= most);
    return meets(xs, size.width) && meets(ys, size.height);
  });
  const path = inSight
    .flat()
    .map((ring) => `M${ring.map((point) => pixelText(project(camera, size, point))).join("L")}Z`)
    .join("");
  return (
    <svg
      className={own.ground}
      style={{ height: size.height }}
      data-by="drawing"
      aria-hidden="true"
      viewBox={`0 0 ${size.width} ${size.height}`}
    >
      <rect className={own.sea} width={size.width} height={size.height} />
      <path className={own.land} fillRule="evenodd" d={path} />
    </svg>
  );
}

function pixelText([x, y]: readonly [number, number]): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
