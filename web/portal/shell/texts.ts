import { texts } from '../../text/texts.ts';

/** What stands around every page of the portal. */
export const portalTexts = texts({ skip: 'Skip to the page' }, { skip: '跳到页面内容' });
