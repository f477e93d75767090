import { Link } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { TabBar } from '../../ui/TabBar.tsx';
import { factsTexts } from './texts.ts';

/** The parts of the place: each has an address of its own. */
export function FactsTabs() {
  const say = useSay(factsTexts);
  const only = { exact: true, includeSearch: false };
  return (
    <TabBar label={say('parts')}>
      <Link to="/facts" activeOptions={only}>
        {say('lines')}
      </Link>
      <Link to="/facts/imports" activeOptions={{ includeSearch: false }}>
        {say('imports')}
      </Link>
      <Link to="/facts/quarantine" activeOptions={only}>
        {say('waiting')}
      </Link>
      <Link to="/facts/master" activeOptions={only}>
        {say('master')}
      </Link>
      <Link to="/facts/hierarchies" activeOptions={only}>
        {say('hierarchies')}
      </Link>
      <Link to="/facts/units" activeOptions={only}>
        {say('units')}
      </Link>
      <Link to="/facts/stock" activeOptions={only}>
        {say('stock')}
      </Link>
    </TabBar>
  );
}
