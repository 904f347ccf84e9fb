/** One point that an open answer can make, in several wordings. No State, organisation or person is named. */
type Point = { readonly theme: string; readonly wordings: readonly [string, ...string[]] };

export const POINTS: readonly [Point, ...Point[]] = [
  {
    theme: "national ownership",
    wordings: [
      "National authorities should set the priorities; assistance that arrives with its own plan rarely outlasts its funding.",
      "Support works where the receiving State has asked for it and decides what comes first.",
      "Ownership is more than consent: the first assessment should already be a national one.",
    ],
  },
  {
    theme: "resources",
    wordings: [
      "Any new task should come with the means for it. We would not wish to see existing mandates thinned out.",
      "The cost has not been set out. Costed options would help capitals to take a decision.",
      "Voluntary funding alone will not sustain this; a modest share of assessed resources should be examined.",
    ],
  },
  {
    theme: "mandate",
    wordings: [
      "The legal basis should be settled before capacity is built. A request from the host State is the minimum.",
      "We see room within existing mandates, provided that each case is considered on its own merits.",
      "Clarity about who authorises what matters more to us than the size of the effort.",
    ],
  },
  {
    theme: "coordination",
    wordings: [
      "Several bilateral programmes already run side by side. The added value lies in bringing them together.",
      "Duplication should be avoided; a simple exchange of information among providers would be a start.",
      "Coordination is welcome as long as it remains a service and not a condition.",
    ],
  },
  {
    theme: "gradual approach",
    wordings: [
      "A small first step, reviewed after a year, would find wider support than a comprehensive plan.",
      "We would begin with advice and return to other forms of support once experience has been gathered.",
      "Two or three pilot cases, openly evaluated, would answer most of the questions raised today.",
    ],
  },
  {
    theme: "oversight",
    wordings: [
      "Civilian and parliamentary oversight should be part of every programme from its first day.",
      "Respect for human rights must be a condition of support, checked before and during it.",
      "Technical assistance without governance would repeat what has failed before.",
    ],
  },
  {
    theme: "regional experience",
    wordings: [
      "Regional organisations know the ground; they should be partners from the design stage.",
      "Experience gained within the region should be drawn upon before advisers are sent from elsewhere.",
    ],
  },
  {
    theme: "expertise",
    wordings: [
      "The expertise is with Member States. A roster kept up to date would serve better than new posts.",
      "Advisers need language, seniority and time; short visits seldom change an institution.",
    ],
  },
  {
    theme: "transparency",
    wordings: [
      "Regular briefings to all delegations would build the confidence that is missing at present.",
      "Member States should see the draft policy before it is applied, not after.",
    ],
  },
];

export const OPENINGS: readonly [string, ...string[]] = [
  "",
  "",
  "In our view the question is one of sequence. ",
  "We are open to this in principle. ",
  "Our position is still under consideration in capital. ",
  "We would like to add a practical point. ",
  "Three years of following this subject lead us to one conclusion. ",
];

export const CLOSINGS: readonly [string, ...string[]] = [
  "",
  "",
  "",
  " We would welcome further discussion of this at the next meeting.",
  " This would make it easier for us to join a consensus.",
  " Without this we could not support the proposal as it stands.",
  " A written note on this point would be useful.",
];
