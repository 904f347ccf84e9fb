/** The longest open answer, in UTF-16 code units. */
export const TEXT_LIMIT = 4_000;
