import { call } from '../../api/client.ts';
import { fileBody } from '../../api/fileBody.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import type { Claim } from './claimTypes.ts';
import { claimDeedTexts } from './deedTexts.ts';

/** What is put beside a claim: documents that prove it. */
export function NoteDeeds({ claim: { id } }: { readonly claim: Claim }) {
  const say = useSay(claimDeedTexts);
  return (
    <Deed
      name={say('attach')}
      questions={[{ id: 'file', label: say('file'), kind: 'file', fileKinds: [] }]}
      done={say('attached')}
      onDo={async (_said, file) => {
        if (file === undefined) return;
        const params = { path: { id }, query: { name: file.name } };
        await call.POST('/api/v1/claims/{id}/proofs', { params, ...fileBody(file) });
      }}
    />
  );
}
