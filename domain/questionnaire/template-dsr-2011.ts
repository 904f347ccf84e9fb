import type { AgendaQuestion, Questionnaire } from "./questionnaire";
import { SCALE_PRESETS } from "./scale-presets";
import type { Label } from "./shapes/label";
import { dsrLevels } from "./template-dsr-2011-levels";

/**
 * The built-in template. The four agenda questions are quoted word for word from section V of the policy paper; two
 * dashes that its scan lost are restored. Everything under them is ours, built from the paper's content.
 */
const ATTRIBUTION =
  "Rethinking the UN’s Role in Defense Sector Reform: Examining Options for an Increased UN Role, Center on International Cooperation, New York University, section V; annexed to the letter of 14 June 2011 of the Permanent Representatives of Malaysia and the Netherlands. Two dashes lost in the scan are restored.";

const SUPPORT = [...SCALE_PRESETS.support];
const AGREEMENT = [...SCALE_PRESETS.agreement];

const base = { help: null, required: false };

const ROLES: Label[] = [
  { id: "advice", text: "giving strategic advice, including identifying national priorities" },
  { id: "coordination", text: "coordinating bilateral and multilateral support" },
  { id: "matching", text: "matching States’ needs with States able to meet them" },
  { id: "repository", text: "keeping a repository of practice, standards and guidance" },
  {
    id: "facilitation",
    text: "facilitating, so that national authorities set out strategies and priorities for donors",
  },
];

const STEPS: Label[] = [
  { id: "c34", text: "take it up in the C-34" },
  { id: "circulate", text: "circulate the paper as a General Assembly document" },
  { id: "briefings", text: "further briefings by the SSR Unit" },
  { id: "contributors", text: "consult troop and police contributors" },
  { id: "regional", text: "regional consultations" },
  { id: "costed", text: "costed options" },
];

const role: AgendaQuestion = {
  id: "role",
  text: "Given possible future demand, what role should the UN have in DSR activities?",
  attribution: ATTRIBUTION,
  background: null,
  items: [
    {
      ...base,
      id: "role-overall",
      kind: "choice",
      prompt: "The UN’s role overall",
      options: [
        { id: "end", text: "end it" },
        { id: "reduce", text: "reduce it" },
        { id: "keep", text: "keep it as it is" },
        { id: "increase", text: "increase it somewhat" },
        { id: "increase-substantially", text: "increase it substantially" },
      ],
    },
    {
      ...base,
      id: "role-support",
      kind: "scale",
      prompt: "How far does your delegation support each role?",
      statements: ROLES,
      categories: SUPPORT,
    },
    {
      ...base,
      id: "role-order",
      kind: "ranking",
      prompt: "Which of these roles should come first?",
      options: ROLES,
    },
    {
      ...base,
      id: "role-statements",
      kind: "scale",
      prompt: "How far does your delegation agree with each statement?",
      statements: [
        { id: "relapse", text: "defence sector reform helps to prevent relapse into conflict" },
        { id: "ownership", text: "local ownership is indispensable" },
        { id: "costs", text: "the costs of equipping, training and resourcing are a serious concern" },
        { id: "authority", text: "the UN lacks the authority to coordinate bilateral programmes" },
      ],
      categories: AGREEMENT,
    },
  ],
};

const levels: AgendaQuestion = {
  id: "levels",
  text: "At what level(s) of engagement should the UN develop its expertise and focus its activities – strategic level advice, based on the existing model of the SSR Unit and field-based SSR teams and/or the model of UNPOL vis-à-vis training national police forces?",
  attribution: ATTRIBUTION,
  background: dsrLevels,
  items: [
    {
      ...base,
      id: "levels-support",
      kind: "scale",
      prompt: "How far does your delegation support UN engagement at each level?",
      statements: [
        { id: "strategic", text: "strategic level" },
        { id: "operational", text: "operational level" },
        { id: "tactical", text: "tactical level" },
      ],
      categories: SUPPORT,
    },
    {
      ...base,
      id: "levels-model",
      kind: "choice",
      prompt: "The model",
      options: [
        { id: "ssr", text: "SSR Unit and field teams" },
        { id: "unpol", text: "the UNPOL type" },
        { id: "both", text: "both" },
        { id: "neither", text: "neither" },
      ],
    },
    {
      ...base,
      id: "levels-configurations",
      kind: "approval",
      prompt: "Which configurations could your delegation support?",
      help: "After section IV of the paper. Choose any number.",
      minimum: null,
      maximum: null,
      options: [
        { id: "headquarters", text: "headquarters advisory capacity" },
        { id: "standing", text: "standing deployable capacity" },
        { id: "field", text: "advisory capacity within a peace operation" },
        { id: "teams", text: "advisory, training or mentoring teams provided by contributing countries" },
      ],
    },
    {
      ...base,
      id: "levels-merits",
      kind: "text",
      prompt: "Merits and drawbacks, and where each would fit",
    },
  ],
};

const offices: AgendaQuestion = {
  id: "offices",
  text: "What is the appropriate relationship between OROLSI and OMA for supporting DSR?",
  attribution: ATTRIBUTION,
  background: null,
  items: [
    {
      ...base,
      id: "offices-lead",
      kind: "choice",
      prompt: "The relationship",
      help: "OROLSI: Office of Rule of Law and Security Institutions. OMA: Office of Military Affairs.",
      options: [
        { id: "orolsi", text: "OROLSI leads, OMA supports" },
        { id: "oma", text: "OMA leads, OROLSI supports" },
        { id: "joint", text: "joint lead" },
        { id: "divided", text: "divided by level of engagement" },
        { id: "as-now", text: "as it is now" },
      ],
    },
    {
      ...base,
      id: "offices-support",
      kind: "scale",
      prompt: "If the role is to continue or grow, how far does your delegation support each?",
      statements: [
        { id: "strengthen", text: "strengthen OMA’s capacities" },
        { id: "police-like", text: "give OMA a part like the Police Division’s" },
        { id: "standing-oma", text: "base a standing capacity in OMA" },
        { id: "standing-ssr", text: "base it in the SSR Unit" },
        { id: "roster", text: "expand the SSR Roster" },
      ],
      categories: SUPPORT,
    },
    { ...base, id: "offices-conditions", kind: "text", prompt: "Conditions and concerns" },
  ],
};

const steps: AgendaQuestion = {
  id: "steps",
  text: "Politically, what steps are necessary – e.g., ahead of the C-34 – to build political support for an increased UN role in DSR?",
  attribution: ATTRIBUTION,
  background: null,
  items: [
    {
      ...base,
      id: "steps-support",
      kind: "approval",
      prompt: "Which steps could your delegation support?",
      help: "C-34: Special Committee on Peacekeeping Operations. Choose any number.",
      minimum: null,
      maximum: null,
      options: STEPS,
    },
    {
      ...base,
      id: "steps-order",
      kind: "ranking",
      prompt: "In which order?",
      help: "Partial orders are welcome.",
      options: STEPS,
    },
    {
      ...base,
      id: "steps-statements",
      kind: "scale",
      prompt: "How far does your delegation agree with each statement?",
      statements: [
        { id: "policy-first", text: "Member States should consider the draft policy before any increase" },
        { id: "advice-first", text: "strategic advice is the most acceptable place to start" },
      ],
      categories: AGREEMENT,
    },
    { ...base, id: "steps-obstacles", kind: "text", prompt: "Obstacles, and who could help" },
  ],
};

/** The questionnaire of the template `dsr-2011`. */
export const dsr2011Questionnaire: Questionnaire = { agendaQuestions: [role, levels, offices, steps] };
