// Loaded before the server while the demonstration lives through its past: its clock runs, but so many milliseconds
// behind. The product itself knows nothing of this.
const behind = Number(process.env.DEMO_CLOCK_BEHIND);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() - behind);
    else super(...parts);
  }
  static now() {
    return RealDate.now() - behind;
  }
};
