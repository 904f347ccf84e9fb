/** What was said in the room, as a rapporteur notes it, and the points of the simulation's bank that it makes. */
type Said = { readonly text: string; readonly points: readonly string[] };

const said = (text: string, ...points: string[]): Said => ({ text, points });

/** What was said under each agenda question, by its id. */
export type SaidInRoom = Readonly<Record<string, readonly Said[]>>;

/** At the workshop after the first round. The first question has no open item: what was said under it is not coded. */
export const FIRST_WORKSHOP: SaidInRoom = {
  role: [
    said(
      "Much of this work is done already under other headings. To give it a name would make it easier to account for.",
    ),
    said(
      "Help is sought from the Organization where a single provider would be suspected of interests of its own.",
    ),
    said("Which requests can be met, and who decides that, was put as the question behind all others."),
  ],
  levels: [
    said(
      "One level at a time: whoever works at all three at once pays for all three.",
      "gradual approach",
      "resources",
    ),
    said(
      "Advice was called the natural beginning. What follows should be looked at when there is something to evaluate.",
      "gradual approach",
    ),
    said(
      "A trial in one mission, with a report after twelve months, would show what a field team can take on and at what price.",
      "gradual approach",
      "resources",
    ),
    said(
      "Mentoring in the field takes people who stay for years. Few are found who do, and nobody has set aside what they cost.",
      "expertise",
      "resources",
    ),
  ],
  offices: [
    said(
      "Military advice and the rule of law belong at one table; who chairs it matters less than that both come.",
      "coordination",
    ),
    said("Two offices that serve the same mission should not write to it separately.", "coordination"),
    said("A joint desk with a single list of requests was put forward.", "coordination"),
    said("It was asked on what basis an office that plans operations would advise a ministry.", "mandate"),
  ],
  steps: [
    said("A briefing before the committee meets would do more than any paper.", "transparency"),
    said(
      "Those who provide troops should hear of the draft policy while it can still change.",
      "transparency",
    ),
    said(
      "Lessons of earlier missions should be laid open to all before anybody is asked to agree.",
      "transparency",
    ),
    said("It was asked in which languages the paper would be circulated."),
  ],
};

/** While the second round is open: nothing is coded before it has closed. */
export const SECOND_WORKSHOP: SaidInRoom = {
  role: [
    said(
      "Coordination on request was found easier to accept than what the first version of the paper proposed.",
    ),
    said("To bring needs and offers together was called the one role that nobody else can take."),
  ],
  levels: [
    said("To begin with strategy met with few objections; for how long was left open."),
    said("The training of units was called a matter for those who provide it already."),
  ],
  offices: [
    said("The two offices should set out on one page who does what."),
    said("A joint lead needs somebody who answers for it."),
  ],
  steps: [
    said("The costs should be known before the committee takes this up."),
    said("A briefing by both offices together was suggested for the autumn."),
  ],
};
