import type { ReactNode } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { PartsFrame } from '../shell/PartsFrame.tsx';
import { trustTexts } from './texts.ts';

const PARTS = [
  ['/trust', 'cases'],
  ['/trust/policy', 'policy'],
  ['/trust/detectors', 'detectors'],
] as const;

type Props = { readonly lead: string; readonly children: ReactNode };

/** The place of suspicions: its parts, of which one is open. */
export function TrustFrame({ lead, children }: Props) {
  const say = useSay(trustTexts);
  return (
    <PartsFrame
      title={say('title')}
      lead={lead}
      label={say('parts')}
      parts={PARTS.map(([to, name]) => [to, say(name)])}
    >
      {children}
    </PartsFrame>
  );
}
