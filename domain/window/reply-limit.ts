/** Most characters of what the co-hosts reply to a window, in UTF-16 code units. */
export const MOST_WINDOW_REPLY = 4_000;
