/** Scales that an item may start from, from most opposed to most in favour. */
export const SCALE_PRESETS = {
  support: ["Strongly oppose", "Oppose", "Neither support nor oppose", "Support", "Strongly support"],
  agreement: ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"],
} as const;
