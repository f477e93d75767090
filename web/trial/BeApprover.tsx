import { useSession } from '../session/useSession.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { trialTexts } from './texts.ts';
import { useBecome, useTrialPlace } from './useTrial.ts';

/** Who tries out is alone: the way to whoever approves what they have handed in. */
export function BeApprover() {
  const say = useSay(trialTexts);
  const become = useBecome('stays');
  const place = useTrialPlace();
  const isAdministrator = useSession()?.scopes.includes('access:write') === true;
  if (place !== 'sandbox' && !(place === 'own' && isAdministrator)) return null;
  const [name, person] = place === 'own' ? (['second', 'second-person'] as const) : (['ben', 'ben'] as const);
  return (
    <Button onPress={() => become.mutate({ body: { person } })} isPending={become.isPending}>
      {say(name)}
    </Button>
  );
}
