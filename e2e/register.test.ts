import { describe, expect, it } from "vitest";
import { violationsOn } from "./testing/accessible.ts";
import { desksOfDemonstration } from "./testing/desks.ts";
import { choose, open, openForm, sign } from "./testing/steps.ts";

describe("the register of statements", () => {
  const at = desksOfDemonstration();

  const words = "Мы передали тела 1000 погибших и ждём ответа.";
  const counted = "Мы передали тела 1000 погибших";
  const translated = "We have handed over the bodies of 1,000 fallen and await an answer.";

  it("[SV1] [SV3] [SV4] [SV5] keeps words as they were said, with their number, and whoever they speak for disowns them", async () => {
    const a = await at("press-a", "Statements");
    const capture = await openForm(a, "Put a statement into the record");
    const speaker = capture.getByRole("group", { name: "Who spoke" });
    await speaker.getByLabel("Name").fill("Lev Ardatov");
    await speaker.getByRole("textbox").nth(1).fill("deputy spokesman");
    await choose(capture, "On whose behalf he spoke", /^Russian Federation$/);
    await capture.getByLabel("Occasion").fill("A briefing on the return of the dead");
    await capture.getByRole("group", { name: "When it was said" }).getByLabel("Day").fill("2025-08-01");
    await capture.getByLabel("The words, as they were said").fill(words);
    await choose(capture, "Language of the words", /russian/i);
    await capture.getByText("yes, as they were said", { exact: true }).click();
    await capture.getByRole("button", { name: "Add a translation" }).click();
    const translation = capture.getByRole("group", { name: "Translations" });
    await choose(translation, "Language of the words", /english/i);
    await translation.getByLabel("The words in translation").fill(translated);
    await translation.getByLabel("Who translated").fill("Press office");
    await capture.getByLabel("Who published or wrote it").fill("Harbour News");
    expect(await violationsOn(a)).toEqual([]);
    const said = await sign(a, capture);
    for (const one of [words, translated, "Harbour News"]) expect(said).toContain(one);

    const anyone = await at("public", "Statements");
    await anyone.getByRole("link", { name: /Lev Ardatov/ }).click();
    const verbatim = anyone.getByText(words).first();
    await verbatim.waitFor();
    expect(await verbatim.evaluate((one) => one.closest("[lang]")?.getAttribute("lang"))).toBe("ru");
    await anyone.getByText("Translated by Press office.", { exact: false }).waitFor();
    await anyone.getByText("Russian Federation: no answer").waitFor();
    expect(await violationsOn(anyone)).toEqual([]);

    // signed, it stands open
    const note = await openForm(a, "Note what is said in it");
    // with the keyboard
    await note.getByLabel("Select the words").focus();
    await a.keyboard.press("Control+Home");
    for (const _ of counted) await a.keyboard.press("Shift+ArrowRight");
    await note.getByRole("status").getByText(counted, { exact: true }).waitFor();
    await note.getByText("gives a number", { exact: true }).click();
    await note.getByText("exactly", { exact: true }).click();
    await note.getByLabel("The number", { exact: true }).fill("1000");
    await choose(note, "Of what", "bodies");
    await choose(note, "Kind of number", "all so far");
    expect(await violationsOn(a)).toEqual([]);
    expect(await sign(a, note)).toContain("1,000");
    await anyone.getByRole("link", { name: "Claim 1" }).waitFor();

    const side = await at("party-a", "Statements");
    await side.getByRole("link", { name: /Lev Ardatov/ }).click();
    const answer = await openForm(side, "Answer for it");
    await answer.getByText("it does not speak for us", { exact: true }).click();
    await answer.getByLabel("In our words").fill("He spoke without a mandate.");
    await sign(side, answer);
    await anyone.getByText("He spoke without a mandate.").waitFor();
    // what was said stays
    for (const one of [counted, "и ждём ответа"])
      await anyone.getByText(one, { exact: false }).first().waitFor();
    // nobody else answers for a side
    const other = await at("party-b", "Statements");
    await other.getByRole("link", { name: /Lev Ardatov/ }).click();
    await other.getByText("He spoke without a mandate.").waitFor();
    expect(await other.getByRole("button", { name: "Answer for it" }).count()).toBe(0);

    // the number stands among the numbers, as its teller's, and in no sum
    await open(anyone, "Numbers");
    const row = anyone.getByRole("row").filter({ hasText: "Lev Ardatov" });
    await row.getByText("1,000", { exact: false }).first().waitFor();
    expect(await row.innerText()).toContain("in a statement");
    if (process.env.PARLEY_LOOK)
      for (const [name, page] of Object.entries({ register: other, numbers: anyone }))
        await page.screenshot({ path: `${process.env.PARLEY_LOOK}/${name}.png`, fullPage: true });
  });
});
