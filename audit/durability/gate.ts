/** Lets participants pass while it is open, and counts those who are on their way. */
export type Gate = {
  /** Does what it is given once the gate is open, and counts it until it is done. */
  readonly through: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly open: () => void;
  readonly close: () => void;
  /** How many are on their way now. */
  readonly onTheWay: () => number;
  /** Resolves once nobody is on the way. */
  readonly settled: () => Promise<void>;
};

export function newGate(): Gate {
  let opened: Promise<void> = Promise.resolve();
  let open = () => {};
  let present = 0;
  let empty = () => {};
  let emptied: Promise<void> = Promise.resolve();
  return {
    through: async (work) => {
      await opened;
      if (present === 0)
        emptied = new Promise((resolve) => {
          empty = resolve;
        });
      present += 1;
      try {
        return await work();
      } finally {
        present -= 1;
        if (present === 0) empty();
      }
    },
    open: () => open(),
    close: () => {
      opened = new Promise((resolve) => {
        open = resolve;
      });
    },
    onTheWay: () => present,
    settled: () => emptied,
  };
}
