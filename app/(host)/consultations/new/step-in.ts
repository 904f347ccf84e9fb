import { SET_UP_STEPS } from "@/domain/consultation/set-up-draft";

/** The step that an address names by its number, which is the first where it names none. */
export const stepIn = (parameter: string | readonly string[] | null | undefined) =>
  SET_UP_STEPS[Number(parameter ?? 1) - 1] ?? "start";
