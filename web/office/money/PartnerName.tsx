import type { ReactNode } from 'react';
import { Named } from '../../ui/Named.tsx';
import { usePartners } from './useChoices.ts';

/** A partner by name, with its code or what else belongs to it below. */
export function PartnerName({ code, below }: { readonly code: string; readonly below?: ReactNode }) {
  const name = usePartners().find(({ id }) => id === code)?.name ?? code;
  return <Named name={name} code={below ?? code} />;
}
