import type { CoverPlan, FootageBox } from "#record";

/** Covered and muted a little longer than said: a frame that lies between two clocks is covered too. */
const slackMs = 60;
/** Covered a little wider than said: where colour is kept for every second pixel, nothing shows at an edge. */
const slackPixels = 2;

/**
 * ffmpeg's filters for a plan, for the first picture of a file: each straight piece of each box is a black rectangle
 * that is laid over. What stood below is gone before anything is encoded.
 */
export function pictureFilters({ boxes }: CoverPlan): string {
  const pieces = boxes.flatMap(piecesOf);
  const laid = pieces.map(({ width, height, x, y, from, to }, i) => {
    const source = `color=black:s=${width}x${height}:r=1:d=1,format=yuv420p[box${i}]`;
    const over = `[at${i}][box${i}]overlay=x='${x}':y='${y}':enable='between(t,${from},${to})':eof_action=repeat:format=yuv420[at${i + 1}]`;
    return `${source};${over}`;
  });
  return [`[0:v:0]format=yuv420p,setsar=1[at0]`, ...laid, `[at${pieces.length}]null[made]`].join(";");
}

// How a picture is turned and mirrored to stand as it is shown, by its orientation (Exif 2.3 4.6.4 A).
const turns: Readonly<Record<number, string>> = {
  2: "hflip,",
  3: "hflip,vflip,",
  4: "vflip,",
  5: "transpose=0,",
  6: "transpose=1,",
  7: "transpose=3,",
  8: "transpose=2,",
};

/**
 * ffmpeg's filters for a plan on a picture that does not move: it is turned as it is shown, what shines through is laid on
 * black, and each box is filled wherever it stands at any moment.
 */
export function stillFilters({ boxes }: CoverPlan, orientation?: number): string {
  const laid = boxes.map(({ moments }) => {
    const left = Math.max(0, Math.min(...moments.map(({ x }) => x)) - slackPixels);
    const top = Math.max(0, Math.min(...moments.map(({ y }) => y)) - slackPixels);
    const right = Math.max(...moments.map(({ x, w }) => x + w)) + slackPixels;
    const bottom = Math.max(...moments.map(({ y, h }) => y + h)) + slackPixels;
    return `,drawbox=x=${left}:y=${top}:w=${right - left}:h=${bottom - top}:color=black:t=fill`;
  });
  // a JPEG has nothing that shines through
  if (orientation !== undefined)
    return `[0:v:0]${turns[orientation] ?? ""}format=yuv444p${laid.join("")}[made]`;
  const black = "format=rgb24,drawbox=x=0:y=0:w=iw:h=ih:color=black:t=fill";
  const shown = `[0:v:0]format=rgba,split[under][over];[under]${black}[black]`;
  return `${shown};[black][over]overlay=format=rgb,format=rgb24${laid.join("")}[made]`;
}

/** ffmpeg's filter that silences the spans of a plan; undefined where it mutes none, or all. */
export function soundFilter({ sound, muted }: CoverPlan): string | undefined {
  if (sound !== "muted_in_spans") return undefined;
  const spans = muted.map(({ from, to }) => `between(t,${seconds(from - slackMs)},${seconds(to + slackMs)})`);
  return `asetnsamples=n=256:p=0,volume=volume=0:enable='${spans.join("+")}'`;
}

type Piece = {
  readonly width: number;
  readonly height: number;
  readonly x: string;
  readonly y: string;
  readonly from: string;
  readonly to: string;
};

// From each moment to the next, as wide and high as the larger of the two.
function piecesOf({ moments }: FootageBox): readonly Piece[] {
  return moments.slice(1).flatMap((to, i): readonly Piece[] => {
    const from = moments[i];
    if (!from) return [];
    const share = `clip((t*1000-${from.ms})/${to.ms - from.ms},0,1)`;
    const along = (a: number, b: number) =>
      a === b ? `${a - slackPixels}` : `${a - slackPixels}+(${b - a})*${share}`;
    return [
      {
        width: even(Math.max(from.w, to.w) + 2 * slackPixels + 1),
        height: even(Math.max(from.h, to.h) + 2 * slackPixels + 1),
        x: along(from.x, to.x),
        y: along(from.y, to.y),
        from: seconds(from.ms - slackMs),
        to: seconds(to.ms + slackMs),
      },
    ];
  });
}

function even(pixels: number): number {
  return pixels + (pixels % 2);
}

function seconds(ms: number): string {
  return (Math.max(0, ms) / 1_000).toFixed(3);
}
