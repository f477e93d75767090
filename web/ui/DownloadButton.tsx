import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { saveFile } from '../api/saveFile.ts';
import { Button } from './Button.tsx';
import { Refused } from './Failure.tsx';

type Props = {
  readonly children: ReactNode;
  /** Asks for the file: `() => call.GET(…, { parseAs: 'blob' })`. */
  readonly onAsk: () => Parameters<typeof saveFile>[0];
  /** What it is called where the server does not say. */
  readonly name: string;
  readonly label?: string;
};

/** Saves a file of the server. A link would not do: a session counts for what our pages ask themselves. */
export function DownloadButton({ children, onAsk, name, label }: Props) {
  const save = useMutation({ mutationFn: () => saveFile(onAsk(), name) });
  return (
    <>
      <Button
        onPress={() => save.mutate()}
        isPending={save.isPending}
        {...(label !== undefined && { label })}
      >
        {children}
      </Button>
      {save.error !== null && <Refused error={save.error} />}
    </>
  );
}
