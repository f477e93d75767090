import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pagingIn } from '../../shell/paging.ts';
import { addressOf } from '../money/addressOf.ts';
import { rootRoute } from '../rootRoute.ts';
import { hierarchySearchIn } from './hierarchies/hierarchySearch.ts';
import { lineSearchIn } from './lines/lineSearch.ts';
import { masterSearchIn, stockSearchIn } from './master/masterSearch.ts';

const getParentRoute = () => rootRoute;

/** `/facts?partner=…&line=…`: lines by what is looked for, and the sheet of one. */
const linesRoute = createRoute({
  getParentRoute,
  path: '/facts',
  validateSearch: lineSearchIn,
  component: lazyRouteComponent(() => import('./lines/LinesPage.tsx'), 'LinesPage'),
});

/** `/facts/import`: a file on its way in. */
const importRoute = createRoute({
  getParentRoute,
  path: '/facts/import',
  component: lazyRouteComponent(() => import('./import/ImportPage.tsx'), 'ImportPage'),
});

/** `/facts/imports`: what came in. */
const importsRoute = createRoute({
  getParentRoute,
  path: '/facts/imports',
  validateSearch: pagingIn,
  component: lazyRouteComponent(() => import('./imports/ImportsPage.tsx'), 'ImportsPage'),
});

/** `/facts/imports/…`: where everything of a file is. */
const importedRoute = createRoute({
  getParentRoute,
  path: '/facts/imports/$import',
  validateSearch: pagingIn,
  component: lazyRouteComponent(() => import('./imports/ImportedPage.tsx'), 'ImportedPage'),
});

/** `/facts/quarantine?code=…`: rows that wait to be put right. */
const quarantineRoute = createRoute({
  getParentRoute,
  path: '/facts/quarantine',
  validateSearch: addressOf('code'),
  component: lazyRouteComponent(() => import('./quarantine/QuarantinePage.tsx'), 'QuarantinePage'),
});

/** `/facts/master?kind=…&text=…`: partners, products and the like, and the sheet of one. */
const masterRoute = createRoute({
  getParentRoute,
  path: '/facts/master',
  validateSearch: masterSearchIn,
  component: lazyRouteComponent(() => import('./master/MasterPage.tsx'), 'MasterPage'),
});

/** `/facts/stock?day=…`: what lay in stock. */
const stockRoute = createRoute({
  getParentRoute,
  path: '/facts/stock',
  validateSearch: stockSearchIn,
  component: lazyRouteComponent(() => import('./master/StockPage.tsx'), 'StockPage'),
});

/** `/facts/hierarchies?tree=products&code=…`: who stands below whom, and what it catches. */
const hierarchiesRoute = createRoute({
  getParentRoute,
  path: '/facts/hierarchies',
  validateSearch: hierarchySearchIn,
  component: lazyRouteComponent(() => import('./hierarchies/HierarchyPage.tsx'), 'HierarchyPage'),
});

/** `/facts/units?text=…`: how many of one unit are in another. */
const unitsRoute = createRoute({
  getParentRoute,
  path: '/facts/units',
  validateSearch: addressOf('text'),
  component: lazyRouteComponent(() => import('./units/UnitsPage.tsx'), 'UnitsPage'),
});

/** Everything about transactions. */
export const factsRoutes = [
  linesRoute,
  importRoute,
  importsRoute,
  importedRoute,
  quarantineRoute,
  masterRoute,
  stockRoute,
  hierarchiesRoute,
  unitsRoute,
] as const;
