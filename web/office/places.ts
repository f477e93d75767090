import { texts } from '../text/texts.ts';

/** The places of the office in the order of the navigation. A place stands here as soon as it has a page. */
export const PLACES = [
  { to: '/', name: 'home' },
  { to: '/earnings', name: 'earnings' },
] as const;

export const placeTexts = texts(
  {
    home: 'Home',
    earnings: 'Earnings',
  },
  {
    home: '首页',
    earnings: '应得返利',
  },
);
