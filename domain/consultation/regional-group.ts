import { comparable } from "./delegations";
import { REGIONAL_GROUPS, type RegionalGroup } from "./delegations-member-states";

const GROUP_NAMES: Readonly<Record<string, RegionalGroup>> = {
  ...Object.fromEntries(REGIONAL_GROUPS.map((group) => [comparable(group), group])),
  african: "african",
  africa: "african",
  "asia pacific": "asiaPacific",
  "asia and pacific": "asiaPacific",
  asia: "asiaPacific",
  "eastern european": "easternEuropean",
  "eastern europe": "easternEuropean",
  eeg: "easternEuropean",
  grulac: "latinAmericanCaribbean",
  "latin american and caribbean": "latinAmericanCaribbean",
  "latin america and caribbean": "latinAmericanCaribbean",
  weog: "westernEuropeanOthers",
  "western european and others": "westernEuropeanOthers",
  "western european and other": "westernEuropeanOthers",
  "western europe and others": "westernEuropeanOthers",
};

/** The regional group that a text names in full, in short or by its letters; null where it names none. */
export function regionalGroupNamed(text: string): RegionalGroup | null {
  return GROUP_NAMES[comparable(text).replace(/ (states|group)$/, "")] ?? null;
}
