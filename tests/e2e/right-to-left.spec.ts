import type { Locator } from "@playwright/test";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { enrol } from "./support/participant";

const ASKED = "هل ينبغي للأمم المتحدة (UN) دور أكبر؟";

/** How far from the left its first, its Latin and its last word are drawn. */
const places = (shown: Locator) =>
  shown.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    if (text === null) return [];
    return ["هل", "UN", "أكبر"].map((word) => {
      const at = text.textContent?.indexOf(word) ?? -1;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + word.length);
      return range.getBoundingClientRect().left;
    });
  });

test("[E274] a question in Arabic runs from right to left on the participant's page, also with Latin letters in it", async ({
  page,
}) => {
  const questionnaire = structuredClone(smallQuestionnaire);
  const asked = {
    agendaQuestions: questionnaire.agendaQuestions.map((question) => ({
      ...question,
      text: ASKED,
      items: question.items.map((item) => ({ ...item, prompt: ASKED })),
    })),
  };
  const { links } = await openConsultation({ own: 1, questionnaire: asked });
  await enrol(page, links[0] ?? "");
  for (const shown of [
    page.getByRole("heading", { level: 1, name: ASKED }),
    page.getByRole("heading", { level: 2, name: ASKED }).first(),
  ]) {
    await expect(shown).toBeVisible();
    const [first = 0, latin = 0, last = 0] = await places(shown);
    expect(first).toBeGreaterThan(latin);
    expect(latin).toBeGreaterThan(last);
  }
});
