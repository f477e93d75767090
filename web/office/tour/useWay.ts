import { useRouter } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useBecome } from '../../trial/useTrial.ts';
import { placeOf } from '../home/placeOf.ts';
import { goTo } from './tourState.ts';

/** From the amount to the one whom it is paid to. */
export const STOPS = ['amount', 'terms', 'claim', 'settle', 'approve', 'partner'] as const;

/** Where a stop leads: to a page of ours, with what is there in this sandbox, or to somebody else’s place. */
export function useWay(stop: (typeof STOPS)[number]) {
  const { history } = useRouter();
  const become = useBecome();
  const largest = api.useQuery('get', '/api/v1/earnings', { params: { query: { limit: '1' } } });
  const home = api.useQuery('get', '/api/v1/home');
  const show = () => {
    switch (stop) {
      case 'amount':
        return history.push(`/earnings?earning=${largest.data?.rows[0]?.id ?? ''}`);
      case 'terms':
        return history.push('/agreements/new?template=whole-volume');
      case 'claim': {
        const { duties = [] } = home.data ?? {};
        const claim =
          duties.find(({ kind }) => kind === 'dispute') ??
          duties.find(({ kind }) => kind === 'claimToAnswer');
        return history.push(claim === undefined ? '/claims' : placeOf(claim));
      }
      case 'settle':
        return history.push('/settlement/run');
      case 'approve':
        // The page begins anew as somebody else, at the next stop.
        goTo(5);
        return become.mutate({ body: { person: 'ben' } });
      default:
        goTo('end');
        return become.mutate({ body: { person: 'fay' } });
    }
  };
  return { show, isPending: become.isPending || largest.isPending || home.isPending };
}
