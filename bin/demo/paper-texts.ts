/** The paper that the demonstration's consultation discusses, in words of our own. Its second version draws on the first round. */
export const FIRST_PAPER = `# Options for the United Nations in defence sector reform

## Why the question arises

Armed forces that are accountable, affordable and fit for their tasks are part of what lets a peace operation leave. Where they are none of these, what was won at great cost can be lost within a year.

States have long helped one another to reform their armed forces, mostly two by two. Requests to the United Nations have come as well, and have been answered case by case, without a common view of what the Organization should offer.

This paper sets out what could be offered, at which level and by whom. It recommends no option over another: that is for Member States to do.

## What should hold in every case

Reform is national before it is international. Nothing in this paper suggests that the United Nations should act unless it is asked to by the authorities concerned.

Every engagement should rest on three conditions:

- a request by the national authorities
- civilian oversight of what is reformed
- respect for human rights and international humanitarian law

## Roles that the United Nations could take

**Advice.** The United Nations could advise national authorities on how to review their defence needs, set priorities and plan a reform that they can pay for.

**Coordination.** Where several partners support one reform, the United Nations should coordinate their contributions, so that they neither overlap nor contradict one another.

**Matching.** The United Nations could bring together States that look for support with States that have it to give.

**Knowledge.** The United Nations could keep a collection of practice, standards and lessons from which every Member State could draw.

## At which level

At the strategic level the work is on policy, law and planning. At the operational level it is on institutions: pay, procurement, logistics and oversight. At the tactical level it is the training and mentoring of units.

The United Nations should build capacity at all three levels, since reform at one of them seldom lasts without the others.

## Means

A small advisory office at Headquarters, a standing capacity that can be deployed, advisers within a peace operation, and teams from contributing countries are four ways to provide such support. They can be combined.

Each of them has a price. Member States may wish to see the options with their costs before they decide.
`;

export const SECOND_PAPER = `# Options for the United Nations in defence sector reform

## Why the question arises

Armed forces that are accountable, affordable and fit for their tasks are part of what lets a peace operation leave. Where they are none of these, what was won at great cost can be lost within a year.

States have long helped one another to reform their armed forces, mostly two by two. Requests to the United Nations have come as well, and have been answered case by case, without a common view of what the Organization should offer.

This paper sets out what could be offered, at which level and by whom. It recommends no option over another: that is for Member States to do. This second version draws on what was heard in the first round.

## What should hold in every case

Reform is national before it is international. Nothing in this paper suggests that the United Nations should act unless it is asked to by the authorities concerned, or go on once they no longer ask for it.

Every engagement should rest on four conditions:

- a request by the national authorities
- priorities that these authorities have set themselves
- civilian oversight of what is reformed
- respect for human rights and international humanitarian law

## Roles that the United Nations could take

**Advice.** The United Nations could advise national authorities on how to review their defence needs, set priorities and plan a reform that they can pay for.

**Knowledge.** The United Nations could keep a collection of practice, standards and lessons from which every Member State could draw.

**Coordination.** Where several partners support one reform, the United Nations could, if the national authorities so wish, help to coordinate their contributions, so that they neither overlap nor contradict one another. It has no authority over programmes that States agree between themselves.

**Matching.** The United Nations could bring together States that look for support with States that have it to give.

## At which level

At the strategic level the work is on policy, law and planning. At the operational level it is on institutions: pay, procurement, logistics and oversight. At the tactical level it is the training and mentoring of units.

The United Nations could begin at the strategic level, where its advice is least likely to compete with what States already provide, and work at the others where a mandate says so.

Views on tactical training are a subject for the next round. Until Member States have taken one, this paper proposes nothing new at that level.

## Means

A small advisory office at Headquarters, a standing capacity that can be deployed, advisers within a peace operation, and teams from contributing countries are four ways to provide such support. They can be combined.

Each of them has a price, in equipment and in people as well as in money. A costed table of the options should be before Member States when they decide.
`;

/** At which paragraph an item points, by the words that the paragraph begins with in both versions. */
export const POINTERS: Readonly<Record<string, string>> = {
  "role-support": "Advice.",
  "levels-support": "At the strategic level the work is",
};

type Explained = {
  /** The words that the paragraph begins with. */
  readonly beginning: string;
  /** Keys of findings of the first round. */
  readonly findings: readonly string[];
  readonly sentence: string;
};

/** Why paragraphs of the second version changed. A sentence says what was done, and leaves what was heard to its findings. */
export const REASONS: readonly Explained[] = [
  {
    beginning: "Reform is national before",
    findings: ["finding/1/role-statements/ownership"],
    sentence: "The paragraph now also says when support ends.",
  },
  {
    beginning: "Every engagement should rest",
    findings: ["finding/1/role-statements/ownership", "finding/1/role-support/facilitation"],
    sentence: "A fourth condition was added.",
  },
  {
    beginning: "Coordination.",
    findings: ["finding/1/role-support/coordination", "finding/1/role-statements/authority"],
    sentence: "Coordination is put as a service on request.",
  },
  {
    beginning: "The United Nations could begin",
    findings: [
      "finding/1/levels-support/strategic",
      "finding/1/levels-support/operational",
      "finding/1/levels-model",
    ],
    sentence: "The paper no longer proposes all three levels at once.",
  },
  {
    beginning: "Views on tactical training",
    findings: ["finding/1/levels-support/tactical"],
    sentence: "The question is left to the next round.",
  },
  {
    beginning: "Each of them has a price",
    findings: ["finding/1/role-statements/costs"],
    sentence: "What the options cost is to be shown beside them.",
  },
];
