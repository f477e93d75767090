/** How long a start may take, and a word about it every few seconds. */
export type Patience = {
  readonly isOver: () => boolean;
  /** Says the text, unless something was said a moment ago. */
  readonly tell: (text: () => string | Promise<string>) => Promise<void>;
};

const SECONDS_BETWEEN_WORDS = 5;

export function patience(seconds: number, say: (text: string) => void): Patience {
  const start = performance.now();
  const waited = () => (performance.now() - start) / 1000;
  let nextWord = SECONDS_BETWEEN_WORDS;
  return {
    isOver: () => waited() > seconds,
    tell: async (text) => {
      if (waited() < nextWord) return;
      nextWord = waited() + SECONDS_BETWEEN_WORDS;
      say(`${await text()} (${Math.round(waited())} s)`);
    },
  };
}
