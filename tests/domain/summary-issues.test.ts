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
      contradictionsBeside([]),
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
      contradictionsBeside([]),
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

  it("[R85] that say neither are taken", () => {
    expect(issuesOf("There was no consensus on the form; participants stressed ownership.")).toEqual([]);
  });
});
