import { useNavigate, useSearch } from '@tanstack/react-router';
import { narrowed } from './textsIn.ts';

/** Narrows the list that is looked at; an empty text widens it again. */
export function useNarrow() {
  const navigate = useNavigate();
  return (wanted: Readonly<Record<string, string>>) =>
    void navigate({ to: '.', search: (old: object) => narrowed(old, wanted), resetScroll: false });
}

/** A text that the address keeps, like a state: '' where it says none. */
export function useAddressText(name: string): readonly [text: string, set: (text: string) => void] {
  const address: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const narrow = useNarrow();
  return [String(address[name] ?? ''), (text) => narrow({ [name]: text })];
}
