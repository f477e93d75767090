import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../rootRoute.ts';
import { lineSearchIn } from './lines/lineSearch.ts';
import { masterSearchIn, stockSearchIn } from './master/masterSearch.ts';
import { type PagePlace, pageIn, textsIn } from './searchIn.ts';

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
  validateSearch: pageIn,
  component: lazyRouteComponent(() => import('./imports/ImportsPage.tsx'), 'ImportsPage'),
});

/** `/facts/imports/…`: where everything of a file is. */
const importedRoute = createRoute({
  getParentRoute,
  path: '/facts/imports/$import',
  validateSearch: pageIn,
  component: lazyRouteComponent(() => import('./imports/ImportedPage.tsx'), 'ImportedPage'),
});

type Waiting = { readonly code?: string } & PagePlace;

function waitingIn(search: Record<string, unknown>): Waiting {
  return { ...textsIn(search, ['code']), ...pageIn(search) };
}

/** `/facts/quarantine?code=…`: rows that wait to be put right. */
const quarantineRoute = createRoute({
  getParentRoute,
  path: '/facts/quarantine',
  validateSearch: waitingIn,
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

/** Everything about transactions. */
export const factsRoutes = [
  linesRoute,
  importRoute,
  importsRoute,
  importedRoute,
  quarantineRoute,
  masterRoute,
  stockRoute,
] as const;
