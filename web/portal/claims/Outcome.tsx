import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Claims.module.css';
import { claimsTexts } from './texts.ts';

const ASK_AGAIN_MS = 1500;

/** What became of claims that were sent: asked again until they are taken in. */
export function Outcome({ message }: { readonly message: string }) {
  const say = useSay(claimsTexts);
  const found = api.useQuery(
    'get',
    '/api/v1/claim-messages/{id}',
    { params: { path: { id: message } } },
    { refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? ASK_AGAIN_MS : false) },
  );
  return (
    <div aria-live="polite">
      <Section title={say('outcome')}>
        <Loaded query={found} rows={2}>
          {({ state, claims, refusals }) => (
            <>
              {state === 'waiting' && <Notice title={say('outcomeWaiting')} />}
              {claims.length > 0 && (
                <Notice title={say('outcomeTaken', { count: claims.length })} meaning="good">
                  {claims.map((id) => (
                    <p key={id}>
                      <Link to="/claims/$id" params={{ id }}>
                        {say('toClaim')}
                      </Link>
                    </p>
                  ))}
                </Notice>
              )}
              {refusals.length > 0 && (
                <Notice title={say('outcomeRefused', { count: refusals.length })} meaning="bad">
                  {refusals.map(({ code, title, detail, facts }) => (
                    <p key={`${code} ${facts.row ?? ''} ${title}`} className={styles.refusal}>
                      {facts.row !== undefined && <strong>{say('row', { row: facts.row })}: </strong>}
                      {title} {detail}
                    </p>
                  ))}
                </Notice>
              )}
            </>
          )}
        </Loaded>
      </Section>
    </div>
  );
}
