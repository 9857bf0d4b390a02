type Corner = readonly [number, number];

/** Whether two sides of a ring cross each other: then nobody can say what is inside. Corners as [lon, lat]. */
export function isCrossed(ring: readonly Corner[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = first && last && first[0] === last[0] && first[1] === last[1];
  const corners = isClosed ? ring.slice(0, -1) : ring;
  const n = corners.length;
  const at = (i: number) => corners[i % n] as Corner; // within the ring
  for (let i = 0; i < n; i++)
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      if (doCross(at(i), at(i + 1), at(j), at(j + 1))) return true;
    }
  return false;
}

function doCross(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function turn(a: Corner, b: Corner, c: Corner): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}
