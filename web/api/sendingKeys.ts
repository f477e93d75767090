/**
 * The keys under which writes are sent. A write that got no answer may have been done: sent again
 * it bears the same key, so that the server does it once. After an answer the next one is another write.
 */
export type SendingKeys = {
  readonly keyOf: (write: string) => string;
  readonly answered: (write: string) => void;
};

export function sendingKeys(fresh: () => string): SendingKeys {
  const open = new Map<string, string>();
  return {
    keyOf: (write) => {
      const key = open.get(write) ?? fresh();
      open.set(write, key);
      return key;
    },
    answered: (write) => void open.delete(write),
  };
}

/** Also where the address is not secure and the browser has no randomUUID. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
