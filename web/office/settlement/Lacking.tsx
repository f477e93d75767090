import { Link } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { usePartners } from '../money/useChoices.ts';
import type { PlannedParty } from './settlementTypes.ts';
import { settlementTexts } from './texts.ts';

type Props = { readonly lacks: PlannedParty['lacks']; readonly partner: string };

/** What a document to a partner could not be issued for, in words, and where it is said. */
export function Lacking({ lacks, partner }: Props) {
  const say = useSay(settlementTexts);
  const name = usePartners().find(({ id }) => id === partner)?.name ?? partner;
  if (lacks.length === 0) return null;
  const isOurs = (lack: (typeof lacks)[number]) => lack === 'companyParty' || lack === 'companySeries';
  const links = (
    <>
      {lacks.some((lack) => !isOurs(lack)) && (
        <Link to="/facts/master" search={{ kind: 'partner', text: partner, thing: 'partner', code: partner }}>
          {say('toPartner', { partner: name })}
        </Link>
      )}
      {lacks.some(isOurs) && <Link to="/settlement/numbering">{say('toNumbering')}</Link>}
    </>
  );
  return (
    <Notice title={say('lacksTitle')} meaning="attention" actions={links}>
      {lacks.map((lack) => (
        <p key={lack}>{say(`lack.${lack}`, { partner: name })}</p>
      ))}
    </Notice>
  );
}
