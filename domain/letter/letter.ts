/** A letter of transmittal as data: every text is the co-hosts' own, as their form holds it. Plain JSON. */
export type Letter = {
  /** Lines of the addressee: name and title, office, place. */
  readonly addressee: readonly string[];
  /** The co-hosts' own reference; empty where they give none. */
  readonly reference: string;
  /** The day on which it is dated, `2011-06-14`. */
  readonly date: string;
  readonly place: string;
  readonly subject: string;
  /** The item of the addressee's agenda under which the annex is to be circulated; empty where there is none. */
  readonly agendaItem: string;
  readonly salutation: string;
  /** The body, paragraph by paragraph; the request to circulate is one of them. */
  readonly paragraphs: readonly string[];
  readonly closing: string;
  /** One for each co-hosting mission, in the order in which they sign. */
  readonly signatories: readonly {
    readonly name: string;
    readonly title: string;
    readonly mission: string;
  }[];
  /** What is annexed, by its title. */
  readonly annex: string;
};
