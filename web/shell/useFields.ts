import { useState } from 'react';

/** The texts of a form while they are typed: `field` is what each of its fields takes. */
export function useFields<T extends Readonly<Record<string, string>>>(first: T) {
  const [texts, setTexts] = useState<{ readonly [K in keyof T]: string }>(first);
  const change = (changed: { readonly [K in keyof T]?: string }) =>
    setTexts((old) => ({ ...old, ...changed }));
  const field = (name: keyof T & string) => ({
    value: texts[name],
    onChange: (typed: string) => change({ [name]: typed } as { readonly [K in keyof T]?: string }),
  });
  return { texts, field, change, clear: () => setTexts(first) };
}
