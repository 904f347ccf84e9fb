import "server-only";

/** Whether a language (BCP 47) is written from right to left: of the six official ones Arabic is. */
export const isRightToLeft = (locale: string): boolean => /^(ar|dv|fa|he|ps|ur)\b/.test(locale);
