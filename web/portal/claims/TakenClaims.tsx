import { Link } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { SentMessage } from './claimTypes.ts';
import { claimsTexts } from './texts.ts';

/** The claims that a message became, each to be looked at. */
export function TakenClaims({ claims }: Pick<SentMessage, 'claims'>) {
  const say = useSay(claimsTexts);
  if (claims.length === 0) return null;
  return (
    <Notice title={say('outcomeTaken', { count: claims.length })} meaning="good">
      {claims.map((id) => (
        <p key={id}>
          <Link to="/claims/$id" params={{ id }}>
            {say('toClaim')}
          </Link>
        </p>
      ))}
    </Notice>
  );
}
