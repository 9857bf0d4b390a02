import { expect, it } from "vitest";
import { seededRandom } from "#base";
import { loadHighs } from "../../../exchange/testing/highs.ts";
import { lookForPrices, type Player } from "./prices.ts";

const goods = 12;

/** A player of a few ways of his own, each with what it is worth and what it uses. */
function invented(seed: number) {
  const random = seededRandom(seed);
  const left = Int32Array.from({ length: goods }, () => 1 + random.below(3));
  const values = Int32Array.from({ length: goods }, () => 300_000 + random.below(700_000));
  const ways = Array.from({ length: 3 }, () =>
    Array.from({ length: 10 }, () => {
      const usage = Int32Array.from({ length: goods }, () => Math.max(0, random.below(6) - 3));
      const worth = usage.reduce((sum, many, n) => sum + many * values[n]!, 0);
      return { usage, worth: Math.floor((worth * (60 + random.below(40))) / 100) };
    }),
  );
  return { left, most: new Int32Array(goods).fill(20_000_000), values, ways };
}

type Ways = ReturnType<typeof invented>["ways"][number];

function playerOf(ways: Ways): Player {
  return {
    gain(prices, usage) {
      let gain = 0;
      let best: Ways[number] | undefined;
      for (const way of ways) {
        const net = way.usage.reduce((sum, many, n) => sum - many * prices[n]!, way.worth);
        if (net <= gain) continue;
        gain = net;
        best = way;
      }
      best?.usage.forEach((many, n) => {
        usage[n]! += many;
      });
      return gain;
    },
  };
}

it("[PL27] prices are found at which the bound is the least that HiGHS proves", async () => {
  const highs = await loadHighs();
  for (let seed = 1; seed <= 25; seed++) {
    const { left, most, values, ways } = invented(seed);
    const all = ways.flatMap((list, k) => list.map((way, w) => ({ name: `x${k}_${w}`, ...way })));
    const { ObjectiveValue: proved } = highs.solve(
      [
        "Maximize",
        ` ${all.map(({ name, worth }) => `${worth} ${name}`).join(" + ")}`,
        "Subject To",
        ...Array.from(left, (many, n) => {
          const terms = all.filter(({ usage }) => usage[n]! > 0);
          return ` ${terms.map(({ name, usage }) => `${usage[n]} ${name}`).join(" + ")} <= ${many}`;
        }),
        ...ways.map((list, k) => ` ${list.map((_, w) => `x${k}_${w}`).join(" + ")} <= 1`),
        "End",
      ].join("\n"),
    );
    const priced = Array.from(left.keys());
    const prices = values.map((one) => Math.floor(one / 2));
    const players = ways.map(playerOf);
    lookForPrices(players, { priced, left, most, prices }, { rounds: 300, near: 3e-4 });
    const bound = players.reduce(
      (sum, one) => sum + one.gain(prices, new Int32Array(goods)),
      priced.reduce((sum, n) => sum + prices[n]! * left[n]!, 0),
    );
    expect(bound).toBeGreaterThanOrEqual(Math.floor(proved));
    expect(bound).toBeLessThanOrEqual(proved * 1.001);
  }
});
