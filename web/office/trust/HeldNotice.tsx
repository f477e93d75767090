import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useMay } from '../money/useMay.ts';
import { aboutName } from './aboutName.ts';
import { trustTexts } from './texts.ts';
import type { FoundObject, TrustCase } from './trustTypes.ts';
import { trustWords } from './trustWords.ts';

type Props = { readonly object: FoundObject; readonly id: string };

/** That a case holds what is looked at, or is open about it; for those who may read cases. */
export function HeldNotice({ object, id }: Props) {
  const say = useSay(trustTexts);
  const sayWord = useSay(trustWords);
  const mayRead = useMay('trust:read');
  const found = api.useQuery(
    'get',
    '/api/v1/trust/about',
    { params: { query: { object, id } } },
    { enabled: mayRead },
  );
  const shown = found.data?.rows.filter(({ isHeld, state }) => isHeld || state !== 'decided') ?? [];
  return shown.map((one) => (
    <Notice
      key={one.id}
      title={say(titleOf(one, { object, id }), {
        object: sayWord(`object.${one.object}`),
        about: aboutName(one),
      })}
      meaning={one.isHeld && isAbout(one, { object, id }) ? 'bad' : 'attention'}
      actions={
        <Link to="/trust/cases/$case" params={{ case: one.id }}>
          {say('toCase')}
        </Link>
      }
    />
  ));
}

/** A hold on something else stops what the partner gets, and not what is looked at. */
function titleOf(one: TrustCase, shown: Props): 'heldHere' | 'heldElsewhere' | 'caseHere' {
  if (!one.isHeld) return 'caseHere';
  return isAbout(one, shown) ? 'heldHere' : 'heldElsewhere';
}

function isAbout(one: TrustCase, { object, id }: Props): boolean {
  return one.object === object && one.objectId === id;
}
