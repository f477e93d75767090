import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { saveFile } from '../api/saveFile.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import { Refused } from './Failure.tsx';
import { uiTexts } from './texts.ts';
import { useSeconds } from './useSeconds.ts';

type Props = {
  readonly children: ReactNode;
  /** Asks for the file: `(signal) => call.GET(…, { parseAs: 'blob', signal })`; the signal gives it up. */
  readonly onAsk: (signal: AbortSignal) => Parameters<typeof saveFile>[0];
  /** What it is called where the server does not say. */
  readonly name: string;
  readonly label?: string;
};

/** Saves a file of the server. A link would not do: a session counts for what our pages ask themselves. */
export function DownloadButton({ children, onAsk, name, label }: Props) {
  const say = useSay(uiTexts);
  const asked = useRef<AbortController>(undefined);
  const save = useMutation({
    mutationFn: () => {
      asked.current = new AbortController();
      return saveFile(onAsk(asked.current.signal), name);
    },
  });
  const seconds = useSeconds(save.isPending);
  return (
    <>
      <Button
        onPress={() => save.mutate()}
        isPending={save.isPending}
        {...(label !== undefined && { label })}
      >
        {children}
      </Button>
      {seconds > 0 && (
        <Button kind="quiet" onPress={() => asked.current?.abort()}>
          {say('stop')} <span aria-hidden="true">{say('since', { seconds })}</span>
        </Button>
      )}
      {save.error !== null && !isGivenUp(save.error) && <Refused error={save.error} />}
    </>
  );
}

function isGivenUp(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
