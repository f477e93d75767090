import { useSay } from '../../text/ReaderContext.tsx';
import { moneyTexts } from './texts.ts';
import { useColleagues } from './useChoices.ts';
import { useMe } from './useMe.ts';

/** Who has done something, by name: of "person:…", the id of a person, "service:…" or "system:…". */
export function useActorName(): (actor: string) => string {
  const say = useSay(moneyTexts);
  const me = useMe();
  const names = new Map(useColleagues().map(({ id, name }) => [id, name]));
  return (actor) => {
    if (actor.startsWith('system:')) return say('system');
    if (actor.startsWith('service:')) return say('service');
    const id = actor.replace(/^person:/, '');
    const name = names.get(id) ?? id;
    return id === me?.id ? say('you', { name }) : name;
  };
}
