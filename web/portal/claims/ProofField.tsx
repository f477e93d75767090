import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { sendProof } from './sendProof.ts';
import { claimsTexts } from './texts.ts';

/** Attaches a document to a claim as soon as it is chosen. */
export function ProofField({ claim }: { readonly claim: string }) {
  const say = useSay(claimsTexts);
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const prove = useMutation({
    mutationFn: (chosen: File) => sendProof(claim, chosen),
    onSuccess: () => queries.invalidateQueries(),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    prove.mutate(chosen);
  };
  return (
    <>
      <FileField label={say('prove')} hint={say('proveHint')} kinds={[]} file={file} onChoose={choose} />
      {prove.error !== null && <Refused error={prove.error} />}
    </>
  );
}
