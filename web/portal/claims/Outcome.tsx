import { Link, useNavigate } from '@tanstack/react-router';
import { RepairRows } from '../../claim/RepairRows.tsx';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useScopes } from '../useScopes.ts';
import styles from './Claims.module.css';
import type { SentMessage } from './claimTypes.ts';
import { TakenClaims } from './TakenClaims.tsx';
import { claimsTexts } from './texts.ts';
import { useMessage } from './useMessage.ts';

/** What became of claims that were sent: asked again until they are taken in; rows that wait are mended here. */
export function Outcome({ message: id }: { readonly message: string }) {
  const say = useSay(claimsTexts);
  const found = useMessage(id);
  return (
    <div aria-live="polite">
      <Section title={say('outcome')}>
        <Loaded query={found} rows={2}>
          {(message) => (
            <>
              {message.state === 'waiting' && <Notice title={say('outcomeWaiting')} />}
              <TakenClaims claims={message.claims} />
              <NotTaken message={message} />
            </>
          )}
        </Loaded>
      </Section>
    </div>
  );
}

function NotTaken({ message }: { readonly message: SentMessage }) {
  const say = useSay(claimsTexts);
  const scopes = useScopes();
  const navigate = useNavigate();
  const { state, waiting, repairedBy, reason, refusals } = message;
  const open = (id: string) =>
    void navigate({ to: '/claims/file', search: { message: id }, resetScroll: false });
  if (repairedBy !== null) {
    return (
      <Notice title={say('sentAgain')}>
        <p>
          <Link to="/claims/file" search={{ message: repairedBy }}>
            {say('toSentAgain')}
          </Link>
        </p>
      </Notice>
    );
  }
  if (reason !== null) {
    return (
      <Notice title={say('setAside')}>
        <p>{reason}</p>
      </Notice>
    );
  }
  if (state === 'quarantined') {
    const mayRepair = scopes?.isOfPartner === true && scopes.has('claims:send');
    return (
      <>
        <Notice title={say('outcomeRefused', { count: waiting.length })} meaning="attention" />
        <RepairRows key={message.id} message={message} mayRepair={mayRepair} onSent={open} />
      </>
    );
  }
  return refusals.map(({ code, at, title, detail }) => (
    <Notice key={`${code} ${at}`} title={title} meaning="bad">
      <p className={styles.refusal}>{detail}</p>
    </Notice>
  ));
}
