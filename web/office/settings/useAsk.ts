import { useMutation } from '@tanstack/react-query';

/** Something that is asked of the server once, with what it refuses. */
export function useAsk<A>(asking: (what: A) => Promise<void>) {
  const asked = useMutation({ mutationFn: asking });
  return { ask: (what: A) => asked.mutate(what), error: asked.error, isPending: asked.isPending };
}
