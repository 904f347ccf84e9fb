import type { Background } from "./questionnaire";

/** The three levels of engagement, in our own words after the paper's Annex I. */
export const dsrLevels: Background = {
  title: "Three levels of engagement",
  source:
    "In our own words after Annex I of the policy paper. The levels are connected; what fits depends on the context and changes with time.",
  columns: ["Level", "What it is", "Who is involved", "What is needed", "Examples", "UN capacities"],
  rows: [
    [
      "Strategic",
      "Shaping defence forces, policy and law",
      "Executive and legislative oversight; ministries and departments; statutory and non-statutory forces",
      "Advisers on national defence policy and doctrine, governance and law, DDR and SSR after conflict, and finance",
      "A threat assessment; a national security strategy; defence policy, doctrine or law; the structure of forces",
      "Much: DPKO, its SSR Unit, DPA",
    ],
    [
      "Operational",
      "Giving the defence sector the means for its essential functions",
      "The people, money and equipment of its institutions",
      "Services, materials, and trainers or providers of them",
      "Identity cards; payroll that pays on time; procurement; barracks and other buildings",
      "Some; Member States have the most expertise and capacity",
    ],
    [
      "Tactical",
      "Training personnel in their duties",
      "Uniformed personnel and what they do",
      "Trainers and mentors in defensive skills, protection of civilians and human rights",
      "Non-offensive training; human rights and international law; integrating former combatants into one army",
      "Some, on human rights and gender; Member States are better placed through training their own forces",
    ],
  ],
};
