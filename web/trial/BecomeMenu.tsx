import { useSay } from '../text/ReaderContext.tsx';
import { Menu } from '../ui/Menu.tsx';
import { trialTexts } from './texts.ts';
import { useBecome, useTrial } from './useTrial.ts';

type People = NonNullable<NonNullable<ReturnType<typeof useTrial>>['sandbox']>['people'];

/** Everybody who can be played in the sandbox, one press each: what one of them has handed in another one approves. */
export function BecomeMenu() {
  const say = useSay(trialTexts);
  const trial = useTrial();
  const become = useBecome();
  const people = trial?.sandbox?.people ?? [];
  return (
    <Menu
      label={say('who')}
      button={say('who')}
      entries={people.map((person) => ({
        id: person.login,
        name: say('now', { name: person.name, role: roleOf(person, say) }),
      }))}
      onChoose={(person) => become.mutate({ body: { person } })}
    />
  );
}

function roleOf(
  { login, roles, partners }: People[number],
  say: ReturnType<typeof useSay<typeof trialTexts>>,
) {
  if (login === 'guest') return say('guest');
  switch (roles[0]) {
    case 'partnerAdministrator':
    case 'partnerUser':
      return say('partnerAdministrator', { partner: partners?.join(', ') ?? '' });
    case 'analyst':
    case 'finance':
      return say('analyst');
    case 'payer':
      return say('payer');
    case 'approver':
      return say('approver');
    case 'auditor':
      return say('auditor');
    default:
      return say('administrator');
  }
}
