/** Stands where a position could stand. It is an answer; a missing answer is "not answered", and never this. */
export const NO_POSITION = "noPosition";
