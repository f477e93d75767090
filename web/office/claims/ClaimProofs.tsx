import { api, call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import styles from './Claims.module.css';
import { claimsTexts } from './texts.ts';

/** The documents that prove a claim, each as it came in. */
export function ClaimProofs({ id }: { readonly id: string }) {
  const say = useSay(claimsTexts);
  const proofs = api.useQuery('get', '/api/v1/claims/{id}/proofs', { params: { path: { id } } });
  return (
    <Loaded query={proofs} rows={1}>
      {({ proofs: rows }) =>
        rows.length === 0 ? (
          <p>{say('noDocuments')}</p>
        ) : (
          <ul className={styles.list}>
            {rows.map((proof) => (
              <li key={proof.id}>
                <span>{proof.name}</span>
                <DownloadButton
                  name={proof.name}
                  label={`${say('save')}: ${proof.name}`}
                  onAsk={(signal) =>
                    call.GET('/api/v1/claim-proofs/{id}', {
                      params: { path: { id: proof.id } },
                      parseAs: 'blob',
                      signal,
                    })
                  }
                >
                  {say('save')}
                </DownloadButton>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
