import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { claimsTexts } from './texts.ts';

type Agreement = Answer<'listOwnAgreements'>['rows'][number];

/** Where no agreement is claimed by the partner: that, and what happens instead under each. */
export function NothingToClaim({ agreements }: { readonly agreements: readonly Agreement[] }) {
  const say = useSay(claimsTexts);
  const { name } = useReader();
  return (
    <Notice title={say('nothingToClaim')}>
      <p>{say(agreements.length === 0 ? 'noAmountText' : 'nothingToClaimText')}</p>
      <ul>
        {agreements.map((one) => (
          <li key={one.agreement}>
            <Link to="/agreements/$code" params={{ code: one.agreement }}>
              {name(one.name)}
            </Link>
            {': '}
            <Instead agreement={one} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Instead({ agreement: { claimRule, settledNext } }: { readonly agreement: Agreement }) {
  const say = useSay(claimsTexts);
  const { day } = useReader();
  if (claimRule === 'weClaim') return say('weClaim');
  return settledNext === null ? say('settledItself') : say('settledOn', { day: day(settledNext) });
}
