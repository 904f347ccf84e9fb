import { describe, expect, it } from "vitest";
import { type SUMMARY_PLACES, SUMMARY_SECTIONS } from "@/domain/summary/arrangement";
import { movedTo, withText } from "@/domain/summary/arranging";
import { contradictionsBeside } from "@/domain/summary/contradicting";
import { draftArrangement } from "@/domain/summary/draft";
import { NEXT_STEPS, summaryIssues } from "@/domain/summary/issues";
import { barredFrom } from "@/domain/summary/placing";
import { basisOf, roundOf, themeOf } from "../support/summary-basis";

const one = basisOf([roundOf(1)], [themeOf(1, "q1", "cost"), themeOf(1, "q2", "briefing")]);
const drafted = draftArrangement(one);

describe("what views differ on", () => {
  const divided = one.evidence.map((each) =>
    each.key === "finding/1/scale/s1" && each.block.kind === "finding"
      ? { ...each, block: { ...each.block, sentences: [{ key: "findings.scale.divided", values: {} }] } }
      : each,
  );
  const basis = { ...one, evidence: divided };
  const put = (place: (typeof SUMMARY_PLACES)[number]) =>
    summaryIssues(
      {
        arrangement: movedTo(draftArrangement(basis), "finding/1/scale/s1", place, 0),
        nextSteps: "",
      },
      basis,
      contradictionsBeside(basis.evidence),
    );

  it("[R84] stands under no heading that says that they came together, and is never left out", () => {
    expect(put("convergence")).toEqual([
      { code: "divergence_not_convergence", values: { about: "s 1" }, at: "finding/1/scale/s1" },
    ]);
    expect(put("annex")).toMatchObject([{ code: "divergence_left_out" }]);
    for (const place of SUMMARY_SECTIONS) if (place !== "convergence") expect(put(place)).toEqual([]);
  });

  it("[R84] may be left out once a later round asked again and is reported", () => {
    const again = { ...one, evidence: [...divided, ...basisOf([roundOf(2)]).evidence] };
    const [found] = again.evidence.filter(({ key }) => key === "finding/1/scale/s1");
    if (found === undefined) throw new Error("the evidence holds it");
    expect(barredFrom(found, "annex", again)).toBeNull();
  });
});

describe("texts between findings", () => {
  const issuesOf = (text: string, nextSteps = "") =>
    summaryIssues(
      {
        arrangement: withText(drafted, { kind: "text", id: "0123456789", text }, "convergence", 0),
        nextSteps,
      },
      one,
      contradictionsBeside(one.evidence),
    );

  it("[R85] that claim consensus or name a state are refused with the passage, and so are empty ones", () => {
    expect(issuesOf("Consensus was reached on this.")).toEqual([
      { code: "summary_claims_consensus", values: { passage: "Consensus" }, at: "0123456789" },
    ]);
    expect(issuesOf("France proposed another way.")).toMatchObject([
      { code: "summary_names_a_state", values: { passage: "France" } },
    ]);
    expect(issuesOf(" \n")).toEqual([{ code: "connective_blank", at: "0123456789" }]);
    expect(issuesOf("It was noted.", "Japan will draft.")).toMatchObject([{ at: NEXT_STEPS }]);
  });

  it.each([
    ["91 delegations were in favour.", "text_number_not_shown"],
    ["Delegations were united on this.", "summary_claims_consensus"],
    ["Two thirds opposed the paper.", "text_number_not_shown"],
    ["A permanent member of the Security Council objected.", "summary_singles_out"],
    ["Most delegations preferred another way.", "text_claims_a_quantity"],
    ["In truth participants rejected it.", "text_tells_a_stance"],
    ["The proposal did not find support.", "text_tells_a_stance"],
  ])("[R75] that say more than the reported releases are refused: %s", (text, code) => {
    expect(issuesOf(text)).toContainEqual(expect.objectContaining({ code }));
    expect(issuesOf("It was noted.", text)).toContainEqual(expect.objectContaining({ code, at: NEXT_STEPS }));
  });

  it.each([
    "Two workshops were held on 14 January 2011; paragraphs 3 to 12 were discussed.",
    "The second round will open in May and close after 21 days.",
    "Several delegations underlined ownership, and some asked for examples.",
    "The co-hosts will present 40 pages to the seventy-ninth session of the General Assembly under resolution 1325.",
    "Once the text is agreed, it will be circulated.",
  ])("[R75] that give dates, references and things counted are taken: %s", (text) => {
    expect(issuesOf(text)).toEqual([]);
  });

  it("[R75] may give a figure of a reported release", () => {
    const [finding] = one.evidence.flatMap(({ block }) => (block.kind === "finding" ? [block.finding] : []));
    expect(issuesOf(`There were ${finding?.n} responses.`)).toEqual([]);
  });

  it("[R85] that say neither are taken", () => {
    expect(issuesOf("There was no consensus on the form; participants stressed ownership.")).toEqual([]);
  });
});
