import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { type ComponentProps, useState } from 'react';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import { Loaded } from './Loaded.tsx';
import { Notice } from './Notice.tsx';
import { uiTexts } from './texts.ts';
import { Working } from './Working.tsx';

type Props<T> = ComponentProps<typeof Loaded<T>> & {
  /** What the client keeps it under, `[method, address, …]`: by it the question is taken back. */
  readonly queryKey: QueryKey;
};

/** As Loaded, of what may take many seconds: it says since when it is under way, and one need not wait for it. */
export function LongLoaded<T>({ queryKey, ...loaded }: Props<T>) {
  const say = useSay(uiTexts);
  const client = useQueryClient();
  const key = JSON.stringify(queryKey);
  const [stopped, setStopped] = useState<string>();
  const { error, isPending, refetch } = loaded.query;
  if (!isPending || error !== null) return <Loaded {...loaded} />;
  const stop = () => {
    setStopped(key);
    void client.cancelQueries({ queryKey });
  };
  const again = () => {
    setStopped(undefined);
    void refetch();
  };
  if (stopped === key)
    return (
      <Notice title={say('stopped')} actions={<Button onPress={again}>{say('retry')}</Button>}>
        <p>{say('stoppedText')}</p>
      </Notice>
    );
  return (
    <>
      <Working key={key} onStop={stop} />
      <Loaded {...loaded} />
    </>
  );
}
