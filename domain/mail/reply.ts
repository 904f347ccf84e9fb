/** Characters of a mail server's reply that are kept. */
const LONGEST_REPLY = 500;

/** What another mail server said, as it is kept: on one line, and no longer than anybody reads. */
export const keptReply = (reply: string): string => reply.replace(/\s+/g, " ").trim().slice(0, LONGEST_REPLY);
